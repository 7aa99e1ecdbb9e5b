using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The reverse of <see cref="RunPacker"/>: decoded, masked, and cut as the catalog keeps it.</summary>
internal static class RunUnpacker
{
    public static RunSummary Unpack(CatalogRun run) => new()
    {
        Id = run.Id,
        Source = run.Text(OwnFields.Source),
        Experiment = run.Experiment,
        Command = run.Command,
        Status = run.StoredStatus,
        Started = run.Started,
        Stopped = run.Stopped,
        Heartbeat = run.Heartbeat,
        BeatInterval = run.BeatInterval,
        Host = run.Host,
        Comment = run.Comment,
        Notes = run.Notes,
        Tags = run.Tags,
        Failure = run.Failure,
        Config = Value(run.ConfigBlock),
        Result = Value(run.ResultBlock),
        Info = Value(run.InfoBlock),
        HostInfo = Value(run.HostBlock),
        Meta = Value(run.MetaBlock),
        ExperimentInfo = Value(run.ExperimentBlock),
        Document = Value(run.DocumentBlock) as SacredObject,
        Problem = run.Problem,
    };

    private static SacredValue? Value(Block? block) => block?.Value(PathTable.Root);
}
