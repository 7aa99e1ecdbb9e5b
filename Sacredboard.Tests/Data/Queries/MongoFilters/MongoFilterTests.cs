using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.MongoFilters;
using Sacredboard.Web.Export;

namespace Sacredboard.Tests.Data.Queries.MongoFilters;

/// <summary>What a query is in MongoDB's language, as it is shown.</summary>
public sealed class MongoFilterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "{}")]
    [InlineData("optimizer.lr = 0.1", """{"config.optimizer.lr": 0.1}""")]
    [InlineData("lr != 0.1", """{"config.lr": {"$ne": 0.1}}""")]
    [InlineData("lr < 0.1", """{"config.lr": {"$lt": 0.1, "$not": {"$type": "array"}}}""")]
    [InlineData("lr == 32", """{"config.lr": {"$eq": 32, "$not": {"$type": "array"}}}""")]
    [InlineData("lr = null", """{"config.lr": None}""")]
    [InlineData("lr == null", """{"config.lr": {"$type": "null", "$not": {"$type": "array"}}}""")]
    [InlineData("lr = nan", """{"config.lr": float("nan")}""")]
    [InlineData("lr <= nan", """{"config.lr": {"$in": []}}""")]
    [InlineData("lr >= -inf", """{"config.lr": {"$gte": float("-inf"), "$not": {"$type": "array"}}}""")]
    [InlineData("n = 9007199254740993", """{"config.n": 9007199254740993}""")]
    [InlineData("n = 1180591620717411303424", """{"config.n": 1.1805916207174113e21}""")]
    [InlineData("n = 1180591620717411303425", """{"config.n": {"$in": []}}""")]
    [InlineData("name in (adam, 'sgd', 3)", """{"config.name": {"$in": ["adam", "sgd", 3]}}""")]
    [InlineData("name not in (adam, sgd)", """{"config.name": {"$nin": ["adam", "sgd"]}}""")]
    [InlineData("exists(lr)", """{"config.lr": {"$exists": True}}""")]
    [InlineData("missing(lr)", """{"config.lr": {"$exists": False}}""")]
    [InlineData("layers has 64", """{"config.layers": {"$elemMatch": {"$eq": 64}}}""")]
    [InlineData("layers[0] = 64", """{"config.layers.0": 64}""")]
    [InlineData("kind(lr) = number", """{"config.lr": {"$type": "number", "$not": {"$type": "array"}}}""")]
    [InlineData("kind(lr) = list", """{"config.lr": {"$type": "array"}}""")]
    [InlineData("experiment ~ '^dig.ts'", """{"experiment.name": {"$regex": "^dig.ts"}}""")]
    [InlineData("experiment contains 'a.b*'", """{"experiment.name": {"$regex": "a\\.b\\*", "$options": "i"}}""")]
    [InlineData("info.best.loss > 1", """{"info.best.loss": {"$gt": 1, "$not": {"$type": "array"}}}""")]
    [InlineData("result.accuracy = true", """{"result.accuracy": True}""")]
    [InlineData(".host.hostname = gpu", """{"host.hostname": "gpu"}""")]
    [InlineData("status = completed", """{"status": "COMPLETED"}""")]
    [InlineData("status = early_stopped", """{"status": {"$regex": "^early_stopped$", "$options": "i"}}""")]
    [InlineData("started > -7d", """{"start_time": {"$gt": datetime.datetime(2026, 11, 16, 12, 0, tzinfo=datetime.timezone.utc)}}""")]
    [InlineData("started = null", """{"start_time": None}""")]
    [InlineData("date = 2026-01-31", """{"config.date": {"$in": [datetime.datetime(2026, 1, 31, 0, 0, tzinfo=datetime.timezone.utc), "2026-01-31"]}}""")]
    [InlineData("id = 42", """{"_id": {"$in": [42, "42"]}}""")]
    [InlineData("._id = 42", """{"_id": 42}""")]
    [InlineData("id = '540000000000000000000020'", """{"_id": {"$in": ["540000000000000000000020", bson.ObjectId("540000000000000000000020")]}}""")]
    [InlineData("lr = 1 and status = failed", """{"config.lr": 1, "status": "FAILED"}""")]
    [InlineData("lr > 1 and lr < 2", """{"$and": [{"config.lr": {"$gt": 1, "$not": {"$type": "array"}}}, {"config.lr": {"$lt": 2, "$not": {"$type": "array"}}}]}""")]
    [InlineData("not (lr = 1 or lr = 2)", """{"$nor": [{"$or": [{"config.lr": 1}, {"config.lr": 2}]}]}""")]
    [InlineData("command = train", """{"$or": [{"meta.command": "train"}, {"meta.command": None, "command": "train"}]}""")]
    public void A_query_is_a_filter(string query, string filter)
    {
        var built = Build(query);

        Assert.Equal(filter, PythonExpression.Write(built.Filter));
        Assert.Empty(built.Remarks);
    }

    [Theory]
    [InlineData("lr = 1 and min(loss) < 0.1", """{"config.lr": 1}""", "Left out: min(loss) < 0.1 (metrics lie in a collection of their own)")]
    [InlineData("lr = 1 and (lr = 2 or duration > 2h)", """{"config.lr": 1}""", "Left out: lr = 2 or duration > 2h (the duration is not stored, and grows)")]
    [InlineData("digits", "{}", "Left out: digits (MongoDB cannot look for a word everywhere)")]
    [InlineData("\"a.b\" = 1", "{}", "Left out: \"a.b\" = 1 (a key with a dot or a dollar, or an empty one, cannot be named in a filter)")]
    [InlineData("status = dead", """{"status": "RUNNING"}""", "Whether a run is dead is not stored: all that are RUNNING in the database are found")]
    [InlineData("not status = running", "{}", "Left out: not status = running (whether a run is dead is not stored)")]
    [InlineData("lr = 1 and status != dead", """{"config.lr": 1}""", "Left out: status != dead (whether a run is dead is not stored)")]
    public void What_cannot_be_said_is_left_out_and_told(string query, string filter, string remark)
    {
        var built = Build(query);

        Assert.Equal(filter, PythonExpression.Write(built.Filter));
        Assert.Equal([remark], built.Remarks);
    }

    [Fact]
    public void Statuses_and_order_come_along()
    {
        RunSort[] sort = [
            new(RunField.Own("result"), true),
            new(RunField.Config("lr"), true),
            new(RunField.Own("duration"), false),
            new(RunField.Own("id"), false)];
        QueryParser.TryParse("lr = 1", out var tree, out _);

        var built = MongoFilterBuilder.Build(tree!, ["FAILED", "<i>odd</i>", ""], sort, Now);

        Assert.Equal(
            """{"$or": [{"status": "FAILED"}, {"status": {"$regex": "^<i>odd</i>$", "$options": "i"}}, {"status": {"$in": [None, ""]}}], "config.lr": 1}""",
            PythonExpression.Write(built.Filter));
        Assert.Equal([("result", true), ("config.lr", true)], built.Sort);
        Assert.Equal(["Not sorted by duration, which MongoDB cannot"], built.Remarks);
    }

    private static MongoFilter Build(string query)
    {
        Assert.True(QueryParser.TryParse(query, out var tree, out var error), error?.Message);
        return MongoFilterBuilder.Build(tree, [], [], Now);
    }
}
