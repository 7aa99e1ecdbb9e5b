using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Sources;

/// <summary>The runs that runs went on from, see <see cref="Source.ContinuesField"/>: their curves can be joined.</summary>
internal static class ContinuedRuns
{
    /// <summary>The runs before this one, the first of them first, then the run itself.</summary>
    public static IReadOnlyList<RunId> LineOf(this Source source, RunId id)
    {
        // The runs of a source name others as they are called there.
        if (source.Joined?.Split(id) is (var member, var own))
        {
            return [.. Line(source, member.Source.Catalog, own).Select(member.Join)];
        }

        return Line(source, source.Catalog, id);
    }

    /// <summary>Whether some run may have gone on from another one.</summary>
    public static bool HasContinuedRuns(this Source source) =>
        source.ContinuesField is { } field && source.Catalog.Snapshot.Queries() is var queries
        && queries.IsInSomeRun(queries.Resolve([field])[0]);

    /// <summary>
    /// The runs without those that another of them went on from, whose curves are the beginnings of others; with the line of each.
    /// </summary>
    public static IReadOnlyList<(NamedRun Run, IReadOnlyList<RunId> Line)> Last(IReadOnlyList<NamedRun> runs)
    {
        var lines = runs.Select(run => (Run: run, Line: run.Source.LineOf(run.Id))).ToList();
        var before = lines.SelectMany(line => line.Line.SkipLast(1).Select(id => new NamedRun(line.Run.Source, id))).ToHashSet();
        return [.. lines.Where(line => !before.Contains(line.Run))];
    }

    private static IReadOnlyList<RunId> Line(Source source, Data.Catalog.RunCatalog catalog, RunId id) =>
        source.ContinuesField is { } field ? catalog.Snapshot.Queries().LineOf(id, field) : [id];
}
