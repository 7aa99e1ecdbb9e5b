using System.Text.Json.Nodes;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web;

/// <summary>Runs that pymongo wrote into a database, with an artifact in GridFS.</summary>
[Trait("Kind", "Mongo")]
[Trait("Kind", "Python")]
public sealed class SecretRoutesOnMongoTests(MongoServer server, RealPython python) : SecretRoutesContract, IAsyncLifetime
{
    private Board? _board;

    protected override Board Board => _board!;

    protected override bool HasLogs => false;

    public async ValueTask InitializeAsync()
    {
        var database = await server.CreateDatabaseAsync();
        var written = await python.RunAsync("pymongo", $"""
            import datetime, gridfs, json, pymongo
            client = pymongo.MongoClient({JsonValue.Create(database.Url).ToJsonString()})
            database = client[{JsonValue.Create(database.Name).ToJsonString()}]
            def dated(run):
                for name in ("start_time", "stop_time", "heartbeat"):
                    run[name] = datetime.datetime.fromisoformat(run[name])
                return run
            for id in ("1", "2"):
                file = gridfs.GridFS(database).put(b"openmarker", filename="artifact://runs/" + id + "/openmarker.txt")
                metrics = [database.metrics.insert_one(dict(run_id=int(id), name=name, steps=[0, 1], values=[1.5, 2.5],
                    timestamps=[datetime.datetime(2026, 1, 1, 10, 0, 1)] * 2)).inserted_id for name in ("openmarker", "token=hunter2/loss")]
                run = dated(json.loads({Text(SecretRuns.Run)}))
                run.update(_id=int(id), format="MongoObserver-0.7.0", config=json.loads({Text(SecretRuns.Config("RUN"))}.replace("RUN", id)),
                    info=json.loads({Text(SecretRuns.Info)}), captured_out={Text(SecretRuns.Output)},
                    artifacts=[dict(name="openmarker.txt", file_id=file)])
                run["info"]["metrics"] = [dict(name=name, id=str(metric)) for name, metric in zip(("openmarker", "token=hunter2/loss"), metrics)]
                database.runs.insert_one(run)
                print(run["_id"])
            """);
        Assert.Equal("""{"ids": [1, 2]}""", written.ToString());
        _board = Board.OnMongo(database.Url);
    }

    public async ValueTask DisposeAsync()
    {
        if (_board is not null)
        {
            await _board.DisposeAsync();
        }
    }

    private static string Text(string text) => JsonValue.Create(text).ToJsonString();
}
