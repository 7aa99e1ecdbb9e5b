namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// The tables and columns that are there. Sacred adds tables to a database of an older version, but never a column, so only what is there
/// may be asked for.
/// </summary>
/// <param name="tables">The types of their columns by name.</param>
internal sealed class SqlSchema(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> tables)
{
    private static readonly string[] NumberTypes = ["int", "serial", "number", "numeric"];

    /// <summary>Whether it holds runs of a SqlObserver.</summary>
    public bool HasRuns => Has("run", "run_id") && Has("run", "status") && Has("run", "config");

    /// <summary>Runs have a number besides their id, which counts upwards; not in Sacred 0.7.0.</summary>
    public bool HasNumbers => Has("run", "id");

    /// <summary>The id of a run is a number.</summary>
    public bool IdsAreNumbers => NumberTypes.Any(type => TypeOf("run", "run_id").Contains(type, StringComparison.OrdinalIgnoreCase));

    /// <summary>The column of numbers that are greater for newer runs; null when there is none.</summary>
    public string? Counter => HasNumbers ? "id" : IdsAreNumbers ? "run_id" : null;

    public bool Has(string table, params ReadOnlySpan<string> columns)
    {
        if (!tables.TryGetValue(table, out var found))
        {
            return false;
        }

        foreach (var column in columns)
        {
            if (!found.ContainsKey(column))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"" when there is no such column.</summary>
    public string TypeOf(string table, string column) =>
        tables.TryGetValue(table, out var columns) && columns.TryGetValue(column, out var type) ? type : "";
}
