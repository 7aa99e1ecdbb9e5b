using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>The fields of some runs that were summed up lately, as numbers. Safe for concurrent use.</summary>
internal sealed class NumberCache(CatalogRun?[] runs)
{
    /// <summary>So many fields are remembered; of 100,000 runs each takes 0.8 MB.</summary>
    private const int MostKept = 16;

    private readonly ConcurrentDictionary<RunField, NumberCells> _kept = new();

    /// <summary>One column for each field; those that are not known yet are made in one pass over the runs.</summary>
    /// <param name="fields">No metrics, and none twice.</param>
    public NumberCells[] Of(IReadOnlyList<RunField> fields, PathTable paths)
    {
        var columns = fields.ToDictionary(field => field, field => _kept.GetValueOrDefault(field));
        RunField[] missing = [.. fields.Where(field => columns[field] is null)];
        if (_kept.Count + missing.Length > MostKept)
        {
            _kept.Clear();
        }

        var made = missing.Length == 0 ? [] : NumberCells.Of(runs, missing, paths);
        for (var i = 0; i < made.Length; i++)
        {
            columns[missing[i]] = made[i];
            if (i < MostKept)
            {
                _kept[missing[i]] = made[i];
            }
        }

        return [.. fields.Select(field => columns[field]!)];
    }
}
