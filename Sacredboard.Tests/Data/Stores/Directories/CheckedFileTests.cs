using System.Text;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Directories;

/// <summary>What is opened is what was checked, whatever was put in its place in between.</summary>
public sealed class CheckedFileTests : IDisposable
{
    private const string Inside = "inside";
    private const string Outside = "outside";

    private readonly StorageFolder _folder = new();
    private readonly StorageFolder _elsewhere = new();

    public CheckedFileTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make links.");
        _folder.Write("1", "run.json", "{}");
        _folder.Write("1", "a.txt", Inside);
        _elsewhere.Write("1", "run.json", Outside);
        _elsewhere.Write("1", "a.txt", Outside);
    }

    [Fact]
    public void A_file_that_became_a_link_after_its_check_is_not_opened()
    {
        var found = Found();
        Assert.Equal(Inside, Read(found));
        Replace(_folder.Of("1", "a.txt"), _elsewhere.Of("1", "a.txt"));
        Assert.Throws<IOException>(() => Read(found));
    }

    [Fact]
    public void A_directory_that_became_a_link_after_the_check_is_not_entered()
    {
        var found = Found();
        Directory.Move(_folder.Of("1"), _folder.Of("2"));
        Directory.CreateSymbolicLink(_folder.Of("1"), _elsewhere.Of("1"));
        Assert.Throws<IOException>(() => Read(found));
    }

    [Fact]
    public void One_of_Sacreds_files_that_became_a_link_is_not_opened()
    {
        var found = Root.FindOwn(_folder.Of("1"), "run.json");
        Assert.Equal("{}", Read(found));
        Replace(_folder.Of("1", "run.json"), _elsewhere.Of("1", "a.txt"));
        Assert.Throws<IOException>(() => Read(found));
    }

    [Fact]
    public void Links_that_stay_inside_and_runs_that_are_links_go_on_working()
    {
        File.CreateSymbolicLink(_folder.Of("1", "link.txt"), "a.txt");
        Directory.CreateSymbolicLink(_folder.Of("linked"), _folder.Of("1"));
        Directory.CreateSymbolicLink(_folder.Of("other"), _elsewhere.Of("1"));
        Assert.Equal(Inside, Read(Root.Find(_folder.Of("1"), "link.txt")));
        Assert.Equal(Inside, Read(Root.Find(_folder.Root, "linked/a.txt")));
        // A run may be a link that leads out of the storage on purpose, and so may the storage.
        Assert.Equal(Outside, Read(Root.FindOwn(_folder.Of("other"), "run.json")));
        Directory.CreateSymbolicLink(_elsewhere.Of("storage"), _folder.Root);
        Assert.Equal("{}", Read(new StorageRoot(_elsewhere.Of("storage")).FindOwn(_elsewhere.Of("storage", "1"), "run.json")));
    }

    [Fact]
    public void What_is_opened_is_looked_at_where_the_system_cannot_refuse_links()
    {
        File.CreateSymbolicLink(_folder.Of("1", "out.txt"), _elsewhere.Of("1", "a.txt"));
        var asked = new List<string>();
        Assert.Throws<IOException>(() => CheckedFile.Open(_folder.Of("1", "out.txt"), Asked(isAllowed: false)));
        using (CheckedFile.Open(_folder.Of("1", "out.txt"), Asked(isAllowed: true)))
        {
            Assert.Equal([_elsewhere.Of("1", "a.txt"), _elsewhere.Of("1", "a.txt")], asked);
        }

        Func<string, bool> Asked(bool isAllowed) => real =>
        {
            asked.Add(real);
            return isAllowed;
        };
    }

    [Fact]
    public void A_pipe_in_the_place_of_a_file_keeps_nobody_waiting()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux opens without waiting.");
        var found = Found();
        File.Delete(_folder.Of("1", "a.txt"));
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", _folder.Of("1", "a.txt")))
        {
            pipe.WaitForExit();
        }

        Assert.Throws<IOException>(() => Read(found));
    }

    [Fact]
    public async Task Nothing_from_outside_is_read_however_often_a_file_and_its_directory_are_swapped()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a swap back can come in time.");
        var (path, link, kept) = (_folder.Of("1", "a.txt"), _folder.Of("link"), _folder.Of("kept"));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var swapping = Task.Factory.StartNew(
            () =>
            {
                while (!end.IsCancellationRequested)
                {
                    File.CreateSymbolicLink(link, _elsewhere.Of("1", "a.txt"));
                    File.Copy(path, kept, overwrite: true);
                    File.Move(link, path, overwrite: true);
                    File.Move(kept, path, overwrite: true);
                }
            },
            TaskCreationOptions.LongRunning);
        var (inside, refused) = (0, 0);
        for (var i = 0; i < 5000; i++)
        {
            try
            {
                var found = Root.Find(_folder.Of("1"), "a.txt");
                Assert.NotEqual(Outside, found.Path is null ? "" : Read(found));
                inside++;
            }
            catch (IOException)
            {
                refused++;
            }
        }

        await end.CancelAsync();
        await swapping;
        Assert.NotEqual(0, inside);
        Assert.Equal(5000, inside + refused);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    private StorageRoot Root => field ??= new(_folder.Root);

    private StoredFile Found() => Root.Find(_folder.Of("1"), "a.txt");

    private static string Read(StoredFile file)
    {
        Assert.Null(file.Problem);
        using var reader = new StreamReader(file.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void Replace(string path, string target)
    {
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
    }
}
