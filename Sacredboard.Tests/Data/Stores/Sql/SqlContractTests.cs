using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;

namespace Sacredboard.Tests.Data.Stores.Sql;

/// <summary>The contract on the recorded SQL runs. Their metrics are the curves in their info.</summary>
public abstract class SqlContract : RunStoreContract
{
    protected override IRunMetrics Metrics => field ??= new InfoMetrics(Store, null, TimeProvider.System);

    /// <summary>What Python found in the recorded file, said as the other files say it.</summary>
    /// <param name="change">Changes a run to what another server would have stored of it.</param>
    private protected static IReadOnlyList<ExpectedRun> Truth(Action<JsonObject>? change = null)
    {
        var truth = JsonNode.Parse(File.ReadAllBytes(TestFiles.Path("expected", "sql.json")))!["runs"]!.AsArray();
        return [.. truth.Select(run => run!.AsObject()).Select(run =>
        {
            run["has_result"] = run["result"] is not null;
            run["comment"] = run["comment"]?.GetValue<string>() is { Length: > 0 } comment ? comment : null;
            run["info_keys"] = new JsonArray(
                [.. (run["info"] as JsonObject ?? []).Select(member => member.Key).Order(StringComparer.Ordinal).Select(key => (JsonNode)key)]);
            // The observer puts a line end more between the pieces.
            run["fail_trace"] = run["fail_trace"]?.GetValue<string>() is { } trace
                ? new JsonArray([.. trace.Split("\n\n").Select((piece, i) => (JsonNode)(i == 0 ? piece : "\n" + piece))]) : null;
            change?.Invoke(run);
            return new ExpectedRun(JsonSerializer.SerializeToElement(run));
        })];
    }

    private protected static void OnServers(JsonObject run) =>
        run["status"] = SqlCorpus.StatusOnServers(run["status"]!.GetValue<string>());
}

public sealed class SqliteContractTests : SqlContract
{
    protected override Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        Task.FromResult((new SqlTestDatabase($"sqlite:///{SqlCorpus.Path}", null!).OpenStore(), Truth()));
}

[Trait("Kind", "PostgreSQL")]
public sealed class PostgreSqlContractTests(PostgreSqlTestServer server) : SqlContract
{
    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        ((await server.OpenCorpusAsync()).OpenStore(), Truth(OnServers));
}

[Trait("Kind", "MariaDB")]
public sealed class MariaDbContractTests(MariaDbTestServer server) : SqlContract
{
    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        ((await server.OpenCorpusAsync()).OpenStore(), Truth(run =>
        {
            OnServers(run);
            // A DATETIME has whole seconds, a FLOAT four bytes.
            foreach (var name in new[] { "start_time", "stop_time", "heartbeat" })
            {
                run[name] = run[name]?.GetValue<string>()[..19];
            }

            run["result"] = run["result"] is { } result
                ? JsonNode.Parse(((float)result.GetValue<double>()).ToString("R", CultureInfo.InvariantCulture)) : null;
        }));
}
