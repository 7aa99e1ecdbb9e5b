using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>TensorBoard follows links wherever they lead; what it is handed is what was checked, whatever is put in its place.</summary>
public sealed class HeldDirectoriesTests : IDisposable
{
    private readonly string _root = Path.GetFullPath(Directory.CreateTempSubdirectory("sacredboard-held-").FullName);

    private string Logs => Path.Join(_root, "logs", "run");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_directory_that_becomes_a_link_while_TensorBoard_runs_does_not_lead_elsewhere()
    {
        var folder = Open();

        Directory.Move(Path.Join(_root, "logs"), Path.Join(_root, "moved"));
        Put("outside/run/secret");
        Directory.CreateSymbolicLink(Path.Join(_root, "logs"), Path.Join(_root, "outside"));

        Assert.Equal(["first"], Shown(folder));
        folder.Renew();
        Assert.Equal(["first"], Shown(folder));
        folder.Delete();
        Assert.False(Directory.Exists(folder.Path));
        Assert.True(File.Exists(Path.Join(_root, "moved", "run", "first")));
    }

    [Fact]
    public void A_directory_that_is_made_anew_is_followed()
    {
        var folder = Open();

        Directory.Delete(Logs, recursive: true);
        folder.Renew();
        Assert.Empty(Shown(folder));
        Put("logs/run/second");
        folder.Renew();

        Assert.Equal(["second"], Shown(folder));
        folder.Delete();
        Assert.True(File.Exists(Path.Join(Logs, "second")));
    }

    [Fact]
    public void A_directory_that_became_a_link_before_is_refused()
    {
        Put("outside/run/secret");
        Directory.CreateSymbolicLink(Path.Join(_root, "logs"), Path.Join(_root, "outside"));

        Assert.Throws<IOException>(() => TensorBoardFolder.Create(Path.Join(_root, "state"), [new("run", Logs)]));
    }

    private TensorBoardFolder Open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no names for what is open.");
        Put("logs/run/first");
        return TensorBoardFolder.Create(Path.Join(_root, "state"), [new("run", Logs)]);
    }

    private void Put(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(_root, file))!);
        File.WriteAllText(Path.Join(_root, file), "");
    }

    private static IEnumerable<string?> Shown(TensorBoardFolder folder) =>
        Directory.EnumerateFiles(Path.Join(folder.Links, "run")).Select(Path.GetFileName);
}
