using System.Data.Common;
using Sacredboard.Data.Stores.Sql.Dialects;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>The columns that a query asks for, of those that are there.</summary>
internal sealed class SqlSelect(SqlDatabase database, SqlSchema schema)
{
    private readonly List<string> _expressions = [];
    private readonly Dictionary<string, (int Ordinal, string Type)> _columns = [];

    /// <summary>How many columns there are so far.</summary>
    public int Count => _expressions.Count;

    /// <summary>What stands between SELECT and FROM.</summary>
    public string Columns => string.Join(", ", _expressions);

    /// <summary>Adds columns of a table, each under its own name, as far as they are there.</summary>
    public SqlSelect Add(string table, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            Add(table, column, column, name => name);
        }

        return this;
    }

    /// <summary>Adds what is made of a column, if it is there.</summary>
    /// <param name="name">By which it is asked for.</param>
    /// <param name="make">Makes it of the quoted name of the column.</param>
    public SqlSelect Add(string table, string column, string name, Func<string, string> make)
    {
        if (schema.Has(table, column))
        {
            _columns[name] = (_expressions.Count, schema.TypeOf(table, column));
            _expressions.Add(make($"{database.Quote(table)}.{database.Quote(column)}"));
        }

        return this;
    }

    /// <summary>Null for NULL, and for a column that is not there.</summary>
    public SacredValue? Value(DbDataReader row, string name) =>
        _columns.TryGetValue(name, out var column) && !row.IsDBNull(column.Ordinal)
            ? database.ValueOf(row.GetValue(column.Ordinal), column.Type)
            : null;

    public string? Text(DbDataReader row, string name) => (Value(row, name) as SacredText)?.Value;

    public long? Number(DbDataReader row, string name) => (Value(row, name) as SacredInteger)?.Value is { } number ? (long)number : null;
}
