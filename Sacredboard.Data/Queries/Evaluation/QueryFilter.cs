using System.Text.RegularExpressions;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.Sorting;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>The runs of a snapshot that match a query, or the error.</summary>
internal sealed class QueryFilter
{
    private QueryFilter()
    {
    }

    public QueryError? Error { get; private init; }

    public IReadOnlyList<QueryNote> Notes { get; private init; } = [];

    /// <summary>The runs of each piece that match, undefined for unused slots; null when all do.</summary>
    public RunBits[]? Found { get; private init; }

    /// <summary>True when any run matches.</summary>
    public bool IsAny(RunList runs)
    {
        if (Error is not null || Found is null)
        {
            return Error is null && runs.Count > 0;
        }

        for (var i = 0; i < Found.Length; i++)
        {
            if (Array.Exists(SearchColumns.Of(runs.Pieces[i]).Statuses.Runs, some => some.CountWith(Found[i]) > 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="text">The query.</param>
    /// <param name="sort">The order that follows; its columns are read at the same time.</param>
    public static QueryFilter Of(
        QueryText text,
        IReadOnlyList<RunSort> sort,
        CatalogContent content,
        StatisticsUse statistics,
        DateTimeOffset now,
        TimeProvider time)
    {
        if (text.Tree is not { } tree)
        {
            return new() { Error = text.Error };
        }

        try
        {
            using var builder = new FinderBuilder(content, statistics, now, new QueryTimeout(time));
            var finder = builder.Build(tree);
            RunField[] fields = [.. builder.Fields.Union(sort.Select(level => level.Field).Where(RunSorter.ReadsColumn))];
            var found = tree is QueryAnd { Terms.Count: 0 } ? null : new RunBits[content.Runs.Pieces.Length];
            ManyRuns.Each(content.Runs.Pieces, (index, piece) =>
            {
                // All columns of a piece are read while its runs are in the cache.
                ValueColumn.Prepare(piece, fields);
                found?[index] = finder.Find(piece, index * RunPiece.Size);
            });
            return new QueryFilter { Notes = builder.Notes, Found = found };
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or QueryTooSlowException)
        {
            return new() { Error = QueryError.At(tree.Span, "Its regular expressions take too long on so many runs") };
        }
    }
}
