using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.MongoFilters;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Data.Queries.Language.Corpus;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.MongoFilters;

/// <summary>A real MongoDB answers the filters that are shown, and finds what we find.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoAnswersTests(MongoServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_recorded_questions_have_the_answers_that_Python_found()
    {
        var runs = (await server.OpenCorpusAsync()).Database.GetCollection<BsonDocument>("runs");
        var wrong = new List<string>();
        var asked = 0;
        foreach (var question in CorpusQuestion.All.Where(question => question.CanBeAsked))
        {
            QueryParser.TryParse(question.Query, out var tree, out _);
            var filter = MongoFilterBuilder.Build(tree!, [], [], DateTimeOffset.UtcNow);
            if (filter.Remarks.Count > 0)
            {
                continue;
            }

            asked++;
            var (found, right) = (await FindAsync(runs, filter), question.StoredIds);
            if (!found.SetEquals(right))
            {
                wrong.Add($"{question}: {BsonOf.Filter(filter.Filter)} found {string.Join(' ', found.Except(right))}, missed "
                    + $"{string.Join(' ', right.Except(found))}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked >= 75, $"{asked} questions could be said");
    }

    [Theory]
    [InlineData("status = completed")]
    [InlineData("status != failed")]
    [InlineData("status in (out_of_budget, timeout)")]
    [InlineData("experiment = type_zoo")]
    [InlineData("experiment contains DIGITS")]
    [InlineData("command = train")]
    [InlineData("command != train")]
    [InlineData("command = null and missing(.command)")]
    [InlineData("comment contains ids")]
    [InlineData("missing(comment)")]
    [InlineData("host = lab-02 and result > 0.9")]
    [InlineData("tags has baseline")]
    [InlineData("tags = sweep or tags in (best, '<b>bold</b>')")]
    [InlineData("not tags has sweep")]
    [InlineData("batch_size = 32")]
    [InlineData("batch_size != 32")]
    [InlineData("batch_size == 32")]
    [InlineData("batch_size > 32")]
    [InlineData("not batch_size > 32")]
    [InlineData("batch_size = null and kind(.config) != list")]
    [InlineData("batch_size == null")]
    [InlineData("batch_size in (32, '32', true)")]
    [InlineData("kind(batch_size) in (number, list)")]
    [InlineData("kind(batch_size) != number")]
    [InlineData("exists(batch_size) and batch_size !~ 'l'")]
    [InlineData("lr < 0.1")]
    [InlineData("hidden = 64 and not (lr = 0.3 or lr = 0.03)")]
    [InlineData("nan = nan")]
    [InlineData("inf > 1e308")]
    [InlineData("int53 = 9007199254740993")]
    [InlineData("id in (1, 2, null)")]
    [InlineData("id = '540000000000000000000020'")]
    [InlineData("._id = '1' or ._id < 0")]
    [InlineData("started > 2026-11-23T11:04:05.562Z and started < 2026-11-23T11:04:17.345Z")]
    [InlineData("missing(started)")]
    [InlineData("stopped = null and status = completed")]
    public async Task What_MongoDB_finds_is_what_we_find(string query)
    {
        var database = await server.OpenCorpusAsync();
        var snapshot = await SnapshotAsync(database.Place);
        var page = snapshot.Queries().Find(new() { Text = query, Take = 10_000 });
        Assert.Null(page.Error);
        QueryParser.TryParse(query, out var tree, out _);

        var filter = MongoFilterBuilder.Build(snapshot.Queries().InFull(tree!), [], [], DateTimeOffset.UtcNow);
        var found = await FindAsync(database.Database.GetCollection<BsonDocument>("runs"), filter);

        Assert.Empty(filter.Remarks);
        Assert.Equal(page.Runs.Select(run => run.Id).Order(), found.Order());
    }

    private static async Task<CatalogSnapshot> SnapshotAsync(MongoPlace place)
    {
        await using var store = new MongoRunStore(place, TimeProvider.System);
        var runs = new List<RunSummary>();
        await foreach (var batch in store.ReadAllAsync(RunLimits.None, Token))
        {
            runs.AddRange(batch.Runs);
        }

        return await TestCatalog.SnapshotOfAsync([.. runs]);
    }

    private static async Task<HashSet<RunId>> FindAsync(IMongoCollection<BsonDocument> runs, MongoFilter filter)
    {
        var documents = await runs.Find(BsonOf.Filter(filter.Filter)).Project(new BsonDocument("_id", 1)).ToListAsync(Token);
        return [.. documents.Select(document => Id(document["_id"]))];
    }

    private static RunId Id(BsonValue id) => id.BsonType switch
    {
        BsonType.Null => RunId.Null,
        BsonType.Int32 or BsonType.Int64 => RunId.Of(id.ToInt64()),
        BsonType.Double => RunId.Of(id.AsDouble),
        BsonType.String => RunId.Of(id.AsString),
        BsonType.ObjectId => RunId.OfObjectId(id.AsObjectId.ToString()),
        _ => RunId.OfUuid(id.AsBsonBinaryData.ToGuid()),
    };
}
