using System.Data.Common;
using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Sql.Dialects;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// Asks for rows of the table of runs with their host, and makes of each an object with the fields that other observers store.
/// </summary>
internal sealed class SqlRunQuery
{
    private readonly SqlSelect _select;
    private readonly SqlRunLimits _limits;
    private readonly RunParts _parts;

    public SqlRunQuery(SqlDatabase database, SqlSchema schema, SqlRunLimits limits, RunParts parts)
    {
        (_limits, _parts) = (limits, parts);
        _select = new SqlRunIds(database, schema).AddTo(new SqlSelect(database, schema))
            .Add("run", "command", "start_time", "heartbeat", "stop_time", "queue_time", "comment", "status", "experiment_id")
            .Add("run", "priority", "priority", database.Real)
            .Add("run", "result", "result", database.Real)
            .Add("run", "fail_trace", "fail_trace", name => limits.Trace is { } tail ? database.Tail(name, tail) : name);
        AddJson("config", limits.Config);
        AddJson("info", limits.Info);
        var (run, host) = (database.Quote("run"), database.Quote("host"));
        var from = run;
        if (schema.Has("run", "host_id") && schema.Has("host", "host_id"))
        {
            _select.Add("host", "hostname", "cpu", "os", "os_info", "python_version");
            from = $"{run} LEFT JOIN {host} ON {host}.{database.Quote("host_id")} = {run}.{database.Quote("host_id")}";
        }

        Text = $"SELECT {_select.Columns} FROM {from}";
    }

    /// <summary>The query, to be followed by a condition.</summary>
    public string Text { get; }

    public SqlRunRow Read(DbDataReader row)
    {
        var read = new SqlRunRow(SqlRunIds.Of(row, _select), _select.Number(row, "experiment_id"));
        foreach (var name in new[] { "command", "status", "start_time", "heartbeat", "stop_time", "queue_time", "result" })
        {
            read.Add(name, _select.Value(row, name));
        }

        read.Add("config", Json(row, "config", _limits.Config, read));
        read.Add("info", Json(row, "info", _limits.Info, read));
        read.Add("fail_trace", _select.Text(row, "fail_trace") is { } trace ? SqlFailTrace.Pieces(trace) : null);
        read.Add("meta", Members(row, "comment", "priority"));
        read.Add("host", Host(row));
        return read;
    }

    // The server keeps back what is too long; the length tells that something is there.
    private void AddJson(string column, SqlJsonLimit limit)
    {
        _select.Add("run", column, column, name => $"CASE WHEN octet_length({name}) <= {limit.Read} THEN {name} END")
            .Add("run", column, column + "_length", name => $"octet_length({name})");
    }

    private SacredValue? Json(DbDataReader row, string name, SqlJsonLimit limit, SqlRunRow read)
    {
        if (_select.Text(row, name) is not { } text)
        {
            if (_select.Number(row, name + "_length") is not null)
            {
                read.TooLarge.Add(name);
            }

            return null;
        }

        try
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var tree = _parts.IsWhole(name) ? JsonTree.Parse(utf8) : JsonTree.ParseMembers(utf8, member => _parts.Keeps(name, member));
            if (tree.Cut)
            {
                read.Problems.Add($"The {name} is nested deeper than {JsonTree.MaxDepth} levels; what lies deeper is left out.");
            }

            return text.Length <= limit.Keep ? tree.Root : Small(tree.Root, name, read);
        }
        catch (JsonFormatException exception)
        {
            read.Problems.Add($"The {name} {exception.Message}.");
            return null;
        }
    }

    private static SacredValue? Small(SacredValue tree, string name, SqlRunRow read)
    {
        var small = SummarySize.SmallMembers(tree);
        if (small is null)
        {
            read.TooLarge.Add(name);
        }

        return small;
    }

    // As other observers store it: the system's name and description in one list.
    private SacredObject? Host(DbDataReader row)
    {
        var host = Members(row, "hostname", "cpu", "python_version");
        SacredValue[] os = [.. new[] { _select.Value(row, "os"), _select.Value(row, "os_info") }.OfType<SacredValue>()];
        return os.Length == 0 ? host : new SacredObject([.. host?.Members ?? [], new("os", new SacredList(os))]);
    }

    private SacredObject? Members(DbDataReader row, params ReadOnlySpan<string> names)
    {
        var members = new List<KeyValuePair<string, SacredValue>>();
        foreach (var name in names)
        {
            if (_select.Value(row, name) is { } value)
            {
                members.Add(new(name, value));
            }
        }

        return members.Count == 0 ? null : new SacredObject(members);
    }
}
