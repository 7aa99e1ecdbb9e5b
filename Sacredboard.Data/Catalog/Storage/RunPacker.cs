using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>Packs summaries into runs of the catalog, without secrets. Not safe for concurrent use.</summary>
internal sealed class RunPacker
{
    private readonly PathTable _paths = new();
    private readonly BlockPacker _blocks;
    private readonly InternCache<TagSet> _tags;
    private readonly TextRanks _ranks = new();

    /// <param name="memory">Number of recent values of each kind that are kept to find equal ones; 1 is enough for a single run.</param>
    public RunPacker(int memory = 1 << 13)
    {
        Pool = new(memory);
        _blocks = new(Pool, _paths, memory);
        _tags = new(memory);
    }

    public PackPool Pool { get; }

    /// <summary>The packed data so far, for readers.</summary>
    public PackSnapshot View() => new(Pool.Items, Pool.Count, _paths, _ranks);

    /// <param name="run">The summary.</param>
    /// <param name="version">The snapshot version in which the run changed to it.</param>
    public CatalogRun Pack(RunSummary run, long version = 0) => new(Texts(field => Text(field.Text(run))), Times(run), version)
    {
        Id = run.Id,
        StatusText = Text(run.Status),
        Problem = run.Problem is null ? null : SecretMask.Text(run.Problem),
        TagSet = Tags(run.Tags),
        BeatInterval = run.BeatInterval,
        ConfigBlock = _blocks.Pack(run.Config, shared: false),
        ResultBlock = _blocks.Pack(run.Result, shared: true),
        InfoBlock = _blocks.Pack(WithoutMetrics(run.Info), shared: true),
        HostBlock = _blocks.Pack(run.HostInfo, shared: true),
        MetaBlock = _blocks.Pack(run.Meta, shared: true),
        ExperimentBlock = _blocks.Pack(run.ExperimentInfo, shared: true),
        DocumentBlock = _blocks.Pack(run.Document, shared: true),
    };

    /// <summary>The same run with the pool of this packer; used to drop what no run has any more.</summary>
    public CatalogRun Repack(CatalogRun run) => new CatalogRun(Texts(field => Pool.TextOrNull(run.Text(field))), run.Times, run.Version)
    {
        Id = run.Id,
        StatusText = Pool.TextOrNull(run.StoredStatus),
        Problem = run.Problem,
        TagSet = Tags(run.Tags),
        BeatInterval = run.BeatInterval,
        ConfigBlock = _blocks.Repack(run.ConfigBlock, shared: false),
        ResultBlock = _blocks.Repack(run.ResultBlock, shared: true),
        InfoBlock = _blocks.Repack(run.InfoBlock, shared: true),
        HostBlock = _blocks.Repack(run.HostBlock, shared: true),
        MetaBlock = _blocks.Repack(run.MetaBlock, shared: true),
        ExperimentBlock = _blocks.Repack(run.ExperimentBlock, shared: true),
        DocumentBlock = _blocks.Repack(run.DocumentBlock, shared: true),
    }.At(run.Version, run.IsDead);

    private static SacredValue? WithoutMetrics(SacredValue? info) =>
        // Sacred's own list of the ids of metrics differs in every run and is not useful.
        info is SacredObject all && all["metrics"] is SacredList { Items: [SacredObject first, ..] } && first["id"] is not null
            ? all.Without("metrics")
            : info;

    private static OwnTexts Texts(Func<OwnField, PackedText?> pack)
    {
        var texts = default(OwnTexts);
        foreach (var field in OwnFields.Texts)
        {
            texts[field.Index] = pack(field);
        }

        return texts;
    }

    private static OwnTimes Times(RunSummary run)
    {
        var times = default(OwnTimes);
        foreach (var field in OwnFields.Times)
        {
            times[field.Index] = field.Time(run)?.Ticks ?? 0;
        }

        return times;
    }

    private PackedText? Text(string? text) => text is null ? null : Pool.Shown(text);

    private TagSet? Tags(IReadOnlyList<string> tags)
    {
        string[] names = [.. tags.Select(tag => SecretMask.Text(tag))];
        return names.Length == 0 ? null : _tags.Intern(new TagSet(names, Pool.Text(LeafPacker.Cut(string.Join(", ", names)))));
    }
}
