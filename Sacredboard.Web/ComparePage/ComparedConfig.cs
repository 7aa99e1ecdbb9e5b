using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Values;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>The config of compared runs, key by key.</summary>
internal sealed class ComparedConfig(CompareRequest request)
{
    private const int MaxKeys = 1000;

    /// <summary>The keys in which runs differ, the most telling first.</summary>
    public IReadOnlyList<RunField> Differing(int max) => Differing([.. request.Runs.Select(run => run.Run)], max);

    public IEnumerable<CompareRow> Rows()
    {
        var differing = Differing(MaxKeys);
        return Fields(differing).Take(MaxKeys).Select(field => new CompareRow(
            ValueText.Visible(string.Join('.', field.Path)),
            [.. request.Runs.Select(run => ValueText.Cell(CompareRequest.Value(run.Named, run.Run, field)))]));
    }

    private IEnumerable<RunField> Fields(IReadOnlyList<RunField> differing)
    {
        if (request.State.Keys == ComparedKeys.Differ)
        {
            return differing;
        }

        var others = new HashSet<RunField>();
        foreach (var (_, run) in request.Runs)
        {
            Add(run.Config, [], others);
        }

        var same = others.Except(differing).OrderBy(field => string.Join('.', field.Path), NaturalOrder.Comparer);
        return request.State.Keys == ComparedKeys.Same ? same : differing.Concat(same);
    }

    // Packs of different sources number their paths differently, so runs of several are compared by their values.
    private IReadOnlyList<RunField> Differing(IReadOnlyList<CatalogRun> runs, int max) =>
        request.Runs.Select(run => run.Named.Source).Distinct().ToList() is { Count: < 2 } sources
            ? (sources.FirstOrDefault() ?? request.Source).Catalog.Snapshot.Queries().DifferingConfig(runs, max)
            : ByValue(max);

    private IReadOnlyList<RunField> ByValue(int max)
    {
        var fields = new HashSet<RunField>();
        foreach (var (_, run) in request.Runs)
        {
            Add(run.Config, [], fields);
        }

        return
        [
            .. fields
                .Where(field => ConfigKey.IsSetting([.. field.Path]) && request.Runs
                    .Select(run => ValueText.Cell(CompareRequest.Value(run.Named, run.Run, field))).Distinct().Count() > 1)
                .OrderBy(field => SeedKeys.ByName.Cover(field.Path))
                .Take(max),
        ];
    }

    private static void Add(SacredValue? value, IReadOnlyList<string> path, HashSet<RunField> into)
    {
        if (value is SacredObject { Members.Count: > 0 } members)
        {
            foreach (var (key, member) in members.Members.Where(_ => into.Count < MaxKeys))
            {
                Add(member, [.. path, key], into);
            }
        }
        else if (path.Count > 0 && ConfigKey.IsSetting([.. path]))
        {
            into.Add(RunField.Config([.. path]));
        }
    }
}
