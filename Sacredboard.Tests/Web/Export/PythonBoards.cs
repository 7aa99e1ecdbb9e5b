using MongoDB.Bson;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Export;

/// <summary>The boards of the tests of Python lines: the recorded database, and one with names and texts that need quotes.</summary>
public sealed class PythonBoards(MongoServer server) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly CorpusBoard _recorded = new(server);
    private Board? _odd;

    public Task<Board> RecordedAsync() => _recorded.OpenAsync();

    public async Task<Board> OddAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_odd is null)
            {
                var database = await server.CreateDatabaseAsync();
                await database.Runs.InsertManyAsync([.. OddRuns()]);
                _odd = Board.OnMongo(database.Url);
            }

            return _odd;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _recorded.DisposeAsync();
        if (_odd is not null)
        {
            await _odd.DisposeAsync();
        }

        _gate.Dispose();
    }

    private static IEnumerable<BsonDocument> OddRuns() => new BsonDocument[]
    {
        new()
        {
            ["weird key"] = "a \"quoted\" 'text'", ["ключ"] = "значение", ["path"] = @"C:\temp\new", ["n"] = 9007199254740993,
            ["when"] = new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc),
            ["multi"] = "line\nbreak\ttab", ["face"] = "🙂 \u202egnp", ["curly"] = "{\"$ne\": 1}", ["rx"] = "a.b*c", ["lr"] = 0.1,
            ["layers"] = new BsonArray { 64, 32 }, ["true"] = true,
        },
        new()
        {
            ["weird key"] = "a quoted text", ["ключ"] = "Значение", ["path"] = "C:/temp/new", ["n"] = 9007199254740992,
            ["when"] = "2026-01-31", ["multi"] = "line break tab", ["face"] = ":-)",
            ["curly"] = new BsonDocument("ne", 1), ["rx"] = "aXbbbc", ["lr"] = 1e-5, ["layers"] = 64, ["true"] = "true",
        },
        new()
        {
            ["n"] = long.MaxValue, ["when"] = new DateTime(2026, 2, 1, 12, 30, 15, 250, DateTimeKind.Utc),
            ["path"] = @"\\server\share", ["lr"] = double.NaN, ["rx"] = "#{x}", ["true"] = 1,
        },
        new() { ["n"] = 1e300, ["lr"] = double.PositiveInfinity, ["path"] = "\"\"\"", ["ключ"] = BsonNull.Value, ["password"] = "hunter2" },
    }.Select((config, i) => new BsonDocument
    {
        ["_id"] = i == 3 ? "it's 4" : i + 1,
        ["experiment"] = new BsonDocument("name", i % 2 == 0 ? "näme \"a\"" : "näme 'b'"),
        ["status"] = new BsonArray { "COMPLETED", "FAILED", "it's \"odd\"\\", "a.b" }[i],
        ["start_time"] = new DateTime(2026, 1, 1, i, 0, 0, DateTimeKind.Utc),
        ["config"] = config,
        ["result"] = i * 0.5,
        ["meta"] = new BsonDocument("comment", $"über {i}"),
    });
}
