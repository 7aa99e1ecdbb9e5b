using Sacredboard.Data.Stores.Mongo;

namespace Sacredboard.Tests.Data.Stores.Mongo;

public sealed class MongoPlaceTests
{
    [Theory]
    [InlineData("mongodb://lab-01/vision", null, "lab-01:27017/vision.runs")]
    [InlineData("mongodb://lab-01:27018", null, "lab-01:27018/sacred.runs")]
    [InlineData("mongodb://a,b:1/vision", "other", "a:27017,b:1/other.runs")]
    [InlineData("mongodb://alice:p%40ss@lab-01/vision?authSource=admin", null, "lab-01:27017/vision.runs")]
    [InlineData("mongodb+srv://alice:pass@cluster.example.org/vision", null, "cluster.example.org/vision.runs")]
    public void A_place_is_named_by_servers_database_and_collection(string url, string? database, string expected)
    {
        Assert.True(MongoPlace.TryParse(url, database, out var place, out _));
        Assert.Equal(expected, place.Name);
    }

    [Theory]
    [InlineData("http://lab-01/vision")]
    [InlineData("mongodb://alice:p@ss@w@lab-01/vision")]
    [InlineData("mongodb://")]
    [InlineData("mongodb://lab-01:port/vision")]
    [InlineData("mongodb://lab-01/?replicaSet")]
    [InlineData("")]
    public void What_is_no_URL_is_refused_without_repeating_it(string url)
    {
        Assert.False(MongoPlace.TryParse(url, null, out var place, out var problem));
        Assert.Null(place);
        Assert.DoesNotContain("p@ss", problem);
    }

    [Theory]
    [InlineData("mongodb://lab-01/vision?authSource=admin?tls=true", "second '?'")]
    [InlineData("mongodb://lab-01/vision?authsorce=admin", "'authsorce'")]
    [InlineData("mongodb://lab-01/vision?tls=true&tlsCAFile=/etc/ca.pem", "SSL_CERT_FILE")]
    [InlineData("mongodb://alice@lab-01/vision", "without a password")]
    [InlineData("mongodb://alice:p%40ss@lab-01/vision?authMechanism=MAGIC", "authMechanism")]
    public void What_the_driver_would_refuse_or_ignore_later_is_said_at_once(string url, string said)
    {
        Assert.False(MongoPlace.TryParse(url, null, out _, out var problem));
        Assert.Contains(said, problem);
        Assert.DoesNotContain("p%40ss", problem);
        Assert.DoesNotContain("alice", problem);
    }

    [Theory]
    [InlineData("mongodb://lab-01/vision?tls=true&retryWrites=true&w=majority&appName=x&directConnection=true")]
    [InlineData("mongodb://lab-01/vision?authMechanism=MONGODB-X509&tls=true")]
    [InlineData("mongodb://alice:p%3Fq@lab-01,lab-02/vision?replicaSet=rs0&readPreference=secondaryPreferred&connectTimeoutMS=500")]
    public void Options_that_drivers_share_are_taken(string url) => Assert.True(MongoPlace.TryParse(url, null, out _, out _));

    [Fact]
    public void A_prefix_names_both_collections()
    {
        Assert.Equal(("vision_runs", "vision_metrics", "fs"), Names(Place.WithPrefix("vision")));
    }

    [Theory]
    [InlineData("legacy", "metrics", "fs")]
    [InlineData("vision_runs", "vision_metrics", "fs")]
    [InlineData("default.runs", "metrics", "default")]
    [InlineData("experiments", "metrics", "fs")]
    public void A_collection_by_name_has_the_metrics_and_files_that_Sacred_put_beside_it(string runs, string metrics, string bucket)
    {
        Assert.Equal((runs, metrics, bucket), Names(Place.WithCollection(runs)));
    }

    private static MongoPlace Place =>
        MongoPlace.TryParse("mongodb://lab-01/x", null, out var place, out _) ? place : throw new InvalidOperationException();

    private static (string, string, string) Names(MongoPlace place) => (place.Runs, place.Metrics, place.Bucket);
}
