using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Buckets;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Buckets;

/// <summary>Keys as real observers wrote them, also those that few servers take.</summary>
public sealed class BucketKeysTests
{
    [Theory]
    [InlineData("s3://lab-runs/my-project/exp")]
    [InlineData("s3://lab-runs//my-project/exp/")]
    public void A_directory_with_slashes_around_it_is_the_same_as_one_without(string url)
    {
        var (runs, others) = Group(url);

        var run = Assert.Single(runs);
        Assert.Equal("1", run.Key);
        Assert.Equal("/my-project/exp//1/", run.Value.Prefix);
        Assert.Superset(
            new HashSet<string> { "run.json", "config.json", "metrics.json", "cout.txt", "weights.csv" }, run.Value.Objects.Keys.ToHashSet());
        Assert.Contains(run.Value.Objects.Keys, key => key.StartsWith("/my-project/exp//_sources/", StringComparison.Ordinal));
        Assert.Empty(others);
    }

    [Fact]
    public void A_whole_bucket_is_a_tree()
    {
        var (runs, _) = Group("s3://lab-runs");

        Assert.Equal(
            ["lab/digits/1", "lab/digits/2", "lab/digits/3", "lab/digits/4", "lab/digits/5", "lab/digits/6", "lab/digits/7",
                "lab/digits/8", "my-project/exp/1"],
            runs.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("s3://key:secret@lab-runs/lab")]
    [InlineData("s3://")]
    [InlineData("s3:///lab")]
    public void What_is_no_bucket_is_told_without_what_it_may_hold(string url)
    {
        var problem = Assert.Single(Sacredboard.Web.Hosting.SourcesHost.AllBackends.Check(new PlaceOptions { Url = url }));

        Assert.StartsWith("is not a valid URL of a bucket (s3://bucket/path", problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Text, StringComparison.Ordinal);
    }

    private static (Dictionary<string, BucketRun> Runs, Dictionary<string, FileState> Others) Group(string url)
    {
        Assert.True(BucketPlace.TryParse(new PlaceOptions { Url = url }, out var place));
        var objects = S3Corpus.Objects.Where(item => place.Prefixes.Any(prefix => item.Key.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(item => new BucketObject(item.Key, new FileState(FileType.Regular, 1, 1)))
            .ToList();
        return new BucketKeys(place, new FolderOptions()).Group(objects, 0);
    }
}
