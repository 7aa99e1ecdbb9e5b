using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Browser.Live;

[Trait("Kind", "Mongo")]
public sealed class MongoLiveTests(ChromiumFixture chromium, MongoServer server) : LiveTests(chromium)
{
    private MongoTestDatabase? _database;

    protected override async Task<Board> StartBoardAsync()
    {
        _database = await server.CreateDatabaseAsync();
        return Board.OnMongo(_database.Url);
    }

    protected override LiveRun NewRun(int id) => new MongoRun(_database!.Database, id);
}
