using System.Net;
using MongoDB.Bson;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web;

/// <summary>
/// All pages over runs that are stored as no Sacred would store them, the same in every test run. What they hold is no fault of the server.
/// </summary>
public sealed class RandomRunsTests(MongoServer server)
{
    /// <summary>A longer walk is made by hand, with other runs: <c>SACREDBOARD_WALK=2000</c>.</summary>
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("SACREDBOARD_WALK"), out var runs) ? runs : 24;

    private static readonly string[] OfRun =
    [
        "", "/overview", "/metrics", "/output", "/config", "/files", "/environment", "/info", "/tensorboard", "/repeat.zip", "/config.json", "/config.yaml",
    ];

    private static readonly string[] OfAll =
    [
        "runs?columns=config.a,info.loss,result,host.os,meta.options,last(loss),tags,notes,failure&sort=-result&size=200", "runs?group=config&columns=result",
        "runs.csv?columns=config,info,result", "runs.json", "columns", "compare?all=true", "compare?all=true&tab=config", "compare?all=true&tab=environment",
        "value?of=ID:result", "value?of=ID:config.a",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_fails_over_what_a_directory_holds()
    {
        using var folder = new StorageFolder();
        var random = new RandomRun(14);
        for (var i = 1; i <= Runs; i++)
        {
            var run = random.Next();
            foreach (var (field, file) in new[] { ("config", "config.json"), ("info", "info.json"), ("metrics", "metrics.json") })
            {
                if (run.Contains(field))
                {
                    folder.WriteOld($"{i}", file, RandomRun.Json(run[field]));
                    run.Remove(field);
                }
            }

            folder.WriteOld($"{i}", "cout.txt", run.Contains("captured_out") ? RandomRun.Json(run["captured_out"]) : "");
            folder.WriteOld($"{i}", "run.json", RandomRun.Json(run));
        }

        await using var board = Board.OnDirectory(folder.Root);
        await AssertNoPageFailsAsync(board);
    }

    [Fact]
    [Trait("Kind", "Mongo")]
    public async Task No_page_fails_over_what_a_database_holds()
    {
        var database = await server.CreateDatabaseAsync();
        var random = new RandomRun(41);
        for (var i = 1; i <= Runs; i++)
        {
            var run = random.Next();
            run["_id"] = i;
            await database.Runs.InsertOneAsync(run, null, Cancelled);
            await database.Database.GetCollection<BsonDocument>("metrics").InsertOneAsync(
                new BsonDocument(random.Next().Elements.Where(field => field.Name != "_id")) { ["run_id"] = i, ["name"] = "loss" }, null, Cancelled);
        }

        await using var board = Board.OnMongo(database.Url);
        await AssertNoPageFailsAsync(board);
    }

    private static async Task AssertNoPageFailsAsync(Board board)
    {
        await board.LoadedAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = board.Address };
        var failures = new List<string>();
        var ids = Enumerable.Range(1, Runs).ToList();
        IEnumerable<string> addresses =
        [
            .. OfAll.SelectMany(page => page.Contains("ID", StringComparison.Ordinal)
                ? ids.Select(id => "lab/" + page.Replace("ID", $"{id}", StringComparison.Ordinal))
                : ["lab/" + page]),
            .. ids.SelectMany(id => OfRun.Select(page => $"lab/runs/{id}{page}")),
            .. ids.SelectMany(id => new[] { $"api/v1/lab/runs/{id}", $"api/v1/lab/runs/{id}?decoded=true", $"api/v1/lab/runs/{id}/metrics" }),
            .. ids.Select(id => $"lab/runs?open={id}"),
        ];
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseContentRead, Cancelled);
            if (answer.StatusCode is >= HttpStatusCode.InternalServerError and not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable))
            {
                failures.Add($"{(int)answer.StatusCode} {address}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} fail:\n{string.Join('\n', failures.Take(40))}");
    }
}
