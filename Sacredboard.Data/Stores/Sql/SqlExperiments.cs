using System.Collections.Concurrent;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// The rows of experiments with their dependencies and repositories. Many runs share one, and none ever changes: another version of the
/// code is another row.
/// </summary>
internal sealed class SqlExperiments(SqlReader reader)
{
    private const int MaxKept = 10_000;

    private readonly ConcurrentDictionary<long, SacredObject> _kept = new();

    /// <summary>The experiments with these numbers, without their sources.</summary>
    public async Task<IReadOnlyDictionary<long, SacredObject>> ReadAsync(
        SqlSchema schema, IEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        var wanted = numbers.ToHashSet();
        var missing = wanted.Where(number => !_kept.ContainsKey(number)).ToList();
        var read = missing.Count > 0 && schema.Has("experiment", "experiment_id")
            ? await ReadAsync(schema, missing, cancellationToken).ConfigureAwait(false)
            : [];
        if (_kept.Count > MaxKept)
        {
            _kept.Clear();
        }

        foreach (var (number, experiment) in read)
        {
            _kept[number] = experiment;
        }

        return wanted.Select(number => (number, Found: read.GetValueOrDefault(number) ?? _kept.GetValueOrDefault(number)))
            .Where(experiment => experiment.Found is not null)
            .ToDictionary(experiment => experiment.number, experiment => experiment.Found!);
    }

    private async Task<Dictionary<long, SacredObject>> ReadAsync(
        SqlSchema schema, IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        var database = reader.Database;
        var condition = $"{database.Quote("experiment_id")} IN ({string.Join(", ", numbers)})";
        var select = new SqlSelect(database, schema).Add("experiment", "experiment_id", "name", "base_dir");
        var rows = await reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {database.Quote("experiment")} WHERE {condition}",
            [],
            row => (Number: select.Number(row, "experiment_id") ?? 0, Members: Members(
                ("name", select.Value(row, "name")), ("base_dir", select.Value(row, "base_dir")))),
            cancellationToken).ConfigureAwait(false);
        var dependencies = await ReadPartsAsync(
            new(schema, "dependency", "dependencies", ["name", "version"]),
            condition,
            parts => new SacredText($"{Text(parts["name"])}=={Text(parts["version"])}"),
            cancellationToken).ConfigureAwait(false);
        var repositories = await ReadPartsAsync(
            new(schema, "repository", "repositories", ["url", "commit", "dirty"]), condition, parts => parts, cancellationToken)
            .ConfigureAwait(false);
        return rows.DistinctBy(row => row.Number).ToDictionary(row => row.Number, row => new SacredObject(
        [
            .. row.Members,
            new("dependencies", new SacredList([.. dependencies[row.Number]])),
            new("repositories", new SacredList([.. repositories[row.Number]])),
        ]));
    }

    // In the order of their numbers: no other is stored.
    private async Task<ILookup<long, SacredValue>> ReadPartsAsync(
        Parts parts, string condition, Func<SacredObject, SacredValue> make, CancellationToken cancellationToken)
    {
        var (link, key) = ($"experiments_{parts.Plural}", $"{parts.Table}_id");
        if (!parts.Schema.Has(link, "experiment_id", key) || !parts.Schema.Has(parts.Table, key))
        {
            return Array.Empty<(long, SacredValue)>().ToLookup(part => part.Item1, part => part.Item2);
        }

        var database = reader.Database;
        var select = new SqlSelect(database, parts.Schema).Add(link, "experiment_id").Add(parts.Table, parts.Columns);
        var rows = await reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {database.Quote(link)} JOIN {database.Quote(parts.Table)} "
                + $"ON {database.Quote(parts.Table)}.{database.Quote(key)} = {database.Quote(link)}.{database.Quote(key)} "
                + $"WHERE {condition} ORDER BY {database.Quote(parts.Table)}.{database.Quote(key)}",
            [],
            row => (
                Number: select.Number(row, "experiment_id") ?? 0,
                Part: make(new SacredObject(Members([.. parts.Columns.Select(column => (column, select.Value(row, column)))])))),
            cancellationToken).ConfigureAwait(false);
        return rows.ToLookup(row => row.Number, row => row.Part);
    }

    private static List<KeyValuePair<string, SacredValue>> Members(params ReadOnlySpan<(string Name, SacredValue? Value)> members)
    {
        var there = new List<KeyValuePair<string, SacredValue>>();
        foreach (var (name, value) in members)
        {
            if (value is not null)
            {
                there.Add(new(name, value));
            }
        }

        return there;
    }

    private static string Text(SacredValue? value) => (value as SacredText)?.Value ?? "";

    private sealed record Parts(SqlSchema Schema, string Table, string Plural, string[] Columns);
}
