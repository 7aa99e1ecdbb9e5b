using Microsoft.Extensions.Time.Testing;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>The address of a file of wwwroot holds its hash, and follows what is in the file.</summary>
public sealed class AssetVersionsTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sacredboard-assets-");
    private readonly FakeTimeProvider _time = new();
    private readonly AssetVersions _versions;

    public AssetVersionsTests()
    {
        File.WriteAllText(Path.Combine(_root.FullName, "site.css"), "a");
        _versions = new(new Site(_root.FullName), _time);
    }

    [Fact]
    public void A_file_that_changes_gets_another_address_within_seconds()
    {
        var before = Address("/site.css");

        File.WriteAllText(Path.Combine(_root.FullName, "site.css"), "longer");
        Assert.Equal(before, Address("/site.css"));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Matches("^/site\\.css\\?v=[\\w-]{43}$", before);
        Assert.Matches("^/site\\.css\\?v=[\\w-]{43}$", Address("/site.css"));
        Assert.NotEqual(before, Address("/site.css"));
    }

    [Fact]
    public void A_file_that_stays_keeps_its_address_and_one_that_is_not_there_has_no_hash()
    {
        var before = Address("/site.css");
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(before, Address("/site.css"));
        Assert.Equal("/gone.css", Address("/gone.css"));
        File.WriteAllText(Path.Combine(_root.FullName, "gone.css"), "b");
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.StartsWith("/gone.css?v=", Address("/gone.css"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_path_of_a_sub_url_is_not_part_of_the_file() =>
        Assert.StartsWith("/board/site.css?v=", _versions.AddFileVersionToPath("/board", "/board/site.css"), StringComparison.Ordinal);

    public void Dispose()
    {
        _root.Delete(recursive: true);
    }

    private string Address(string path) => _versions.AddFileVersionToPath("", path);
}
