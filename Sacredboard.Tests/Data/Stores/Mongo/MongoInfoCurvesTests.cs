using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

[Trait("Kind", "Mongo")]
public sealed class MongoInfoCurvesTests(MongoServer server) : InfoCurvesContract
{
    protected override RunId First => RunId.Of(1);

    protected override RunId Second => RunId.Of(2);

    protected override async Task<IRunStore> OpenAsync()
    {
        var database = await server.CreateDatabaseAsync();
        var lines = await File.ReadAllLinesAsync(TestFiles.Path("info", "mongo.json"));
        await database.Runs.InsertManyAsync(lines.Select(BsonDocument.Parse));
        return new MongoRunStore(database.Place, TimeProvider.System);
    }
}
