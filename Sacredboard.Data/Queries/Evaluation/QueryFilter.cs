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
    private RunBits[]? _found;

    private QueryFilter()
    {
    }

    public QueryError? Error { get; private init; }

    public IReadOnlyList<QueryNote> Notes { get; private init; } = [];

    public bool this[int slot] => _found is null || _found[slot / RunPiece.Size][slot % RunPiece.Size];

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
            var builder = new FinderBuilder(content, statistics, now, new QueryTimeout(time));
            var finder = builder.Build(tree);
            ValueColumn.Prepare(content.Runs, [.. builder.Fields.Union(sort.Select(level => level.Field).Where(RunSorter.ReadsColumn))]);
            var filter = new QueryFilter { Notes = builder.Notes };
            filter._found = tree is QueryAnd { Terms.Count: 0 }
                ? null
                : [.. content.Runs.Pieces.Select((piece, index) => finder.Find(piece, index * RunPiece.Size))];
            return filter;
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or QueryTooSlowException)
        {
            return new() { Error = QueryError.At(tree.Span, "Its regular expressions take too long on so many runs") };
        }
    }
}
