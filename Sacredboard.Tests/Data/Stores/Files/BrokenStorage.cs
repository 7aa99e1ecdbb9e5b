using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

/// <summary>
/// Runs with damage of every kind (TestData/broken), completed with what a repository cannot keep: an empty directory, names that
/// not every system allows, and links that lead out of the storage.
/// </summary>
public sealed class BrokenStorage : IAsyncDisposable
{
    private readonly StorageFolder _folder = new();

    public BrokenStorage()
    {
        _folder.Copy(TestFiles.Path("broken"), "");
        foreach (var name in new[] { "with space", "näme-🚀", "<b>bold<", "100%2F", ".hidden" })
        {
            _folder.Copy(TestFiles.Path("broken", "007"), name);
        }

        foreach (var name in new[] { ".DS_Store", "Thumbs.db" })
        {
            File.WriteAllText(_folder.Of(name), "stray");
        }

        Directory.CreateDirectory(_folder.Of("9"));
        var sample = Path.Combine(SampleRuns.Directory, "3");
        File.WriteAllText(_folder.Outside("README.md"), "secret");
        File.CreateSymbolicLink(_folder.Of("20", "outside.md"), _folder.Outside("README.md"));
        File.CreateSymbolicLink(_folder.Of("20", "linked"), sample);
        File.CreateSymbolicLink(_folder.Of("20", "nowhere.txt"), "no/such/file");
        File.CreateSymbolicLink(_folder.Of("20", "loop"), "loop");
        File.CreateSymbolicLink(_folder.Of("20", "config.json"), Path.Combine(sample, "config.json"));
        File.CreateSymbolicLink(_folder.Of("21"), sample);
        Store = new FileStorageRunStore(_folder.Root, TimeProvider.System);
    }

    public FileStorageRunStore Store { get; }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }
}
