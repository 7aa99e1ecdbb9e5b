using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Directories;

public sealed class StorageRootTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly StorageFolder _folder = new();

    public static TheoryData<string> EscapingNames =>
    [
        "../secret.txt", "../../secret.txt", "sub/../../../secret.txt", "..", ".", "", "/", "/etc/hostname", "//etc/hostname",
        "\\secret.txt",
        "..\\..\\secret.txt", "a\\..\\..\\..\\secret.txt", "C:\\windows\\win.ini", "C:/windows/win.ini", "\\\\server\\share", "a\0b",
        "link.txt", "linked/secret.txt", "linked/../secret.txt", "loop", "nowhere", "sub", "run.json", "config.json", "./run.json",
        "again.json",
        "pipe", "linked", "up/secret.txt",
    ];

    [Theory]
    [MemberData(nameof(EscapingNames))]
    public async Task No_artifact_source_or_resource_leads_out_of_the_storage(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make links.");
        Prepare();
        var text = System.Text.Json.JsonSerializer.Serialize(name);
        _folder.WriteOld("1", "run.json", $$"""
            {"artifacts": [{{text}}, "sub/in.txt"], "experiment": {"sources": [["a.py", {{text}}], [{{text}}, "00000000000000000000000000000000"]]}, "resources": [["b", {{text}}]]}
            """);
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);

        var files = await store.ListFilesAsync(RunId.Of("1"), Cancellation);

        Assert.Equal(5, files.Count);
        Assert.True(files[1].Available, files[1].Problem);
        foreach (var file in files.Where((_, i) => i != 1))
        {
            Assert.False(file.Available, $"{file.Id} {name}");
            Assert.Matches(@"^[A-Z].*\.$", file.Problem);
            Assert.Null(file.Size);
            Assert.Null(await store.OpenFileAsync(RunId.Of("1"), file.Id, Cancellation));
        }
    }

    [Fact]
    public async Task Files_inside_of_the_storage_are_found_where_the_run_says()
    {
        Prepare();
        Directory.CreateDirectory(_folder.Of("_sources"));
        Directory.CreateDirectory(_folder.Of("_resources"));
        File.WriteAllText(_folder.Of("_sources", "a_0123456789abcdef0123456789abcdef.py"), "source");
        File.WriteAllText(_folder.Of("_resources", "b_00000000000000000000000000000001.csv"), "resource");
        _folder.Write("1", "a name.txt", "artifact");
        _folder.Write("1", "queued.py", "queued source");
        _folder.Write("1", "run.json", """
            {"artifacts": ["a name.txt", "sub/in.txt"],
             "experiment": {"sources": [["a.py", "_sources\\a_0123456789abcdef0123456789abcdef.py"], {"py/tuple": ["lib/queued.py", "ffffffffffffffffffffffffffffffff"]}]},
             "resources": [["/data/b.csv", "/elsewhere/runs/_resources/b_00000000000000000000000000000001.csv"]]}
            """);
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);

        var files = await store.ListFilesAsync(RunId.Of("1"), Cancellation);

        Assert.All(files, file => Assert.True(file.Available, file.Problem));
        Assert.Equal([8, 2, 6, 13, 8], files.Select(file => file.Size));
        Assert.Equal(
            [null, null, "0123456789abcdef0123456789abcdef", "ffffffffffffffffffffffffffffffff", "00000000000000000000000000000001"],
            files.Select(file => file.Md5));
        Assert.Equal("text/csv", files[4].ContentType);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("../runs/1")]
    [InlineData("1/../1")]
    [InlineData("1/")]
    [InlineData("_private")]
    [InlineData("1\0")]
    [InlineData("\ud800")]
    public async Task An_id_that_is_no_name_of_a_directory_is_no_run(string id)
    {
        _folder.Write("1", "run.json", "{}");
        _folder.Write("_private", "run.json", "{}");
        // Without the rule each of these names would lead to such a file.
        File.WriteAllText(_folder.Of("run.json"), "{}");
        File.WriteAllText(_folder.Outside("run.json"), "{}");
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);

        Assert.NotNull(await store.FindAsync(RunId.Of("1"), Cancellation));
        Assert.Null(await store.FindAsync(RunId.Of(id), Cancellation));
        Assert.Null(await store.ReadOutputAsync(RunId.Of(id), OutputRange.Since(0), Cancellation));
        Assert.Empty(await store.ReadSummariesAsync([RunId.Of(id)], Cancellation));
    }

    [Fact]
    public async Task A_link_in_the_place_of_the_output_is_refused_when_it_leads_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets only some users make links.");
        Prepare();
        _folder.Write("1", "run.json", "{}");
        File.CreateSymbolicLink(_folder.Of("1", "cout.txt"), _folder.Outside("secret.txt"));
        File.CreateSymbolicLink(_folder.Of("1", "metrics.json"), _folder.Outside("secret.txt"));
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);

        await Assert.ThrowsAsync<RunStoreException>(() => store.ReadOutputAsync(RunId.Of("1"), OutputRange.Since(0), Cancellation));
        await Assert.ThrowsAsync<RunStoreException>(() => store.Metrics.ListAsync(RunId.Of("1"), Cancellation));
    }

    public void Dispose() => _folder.Dispose();

    private void Prepare()
    {
        // The same name leads from the run's directory to the one, from the storage's to the other.
        Directory.CreateDirectory(_folder.Root);
        File.WriteAllText(_folder.Of("secret.txt"), "secret");
        File.WriteAllText(_folder.Outside("secret.txt"), "secret");
        _folder.WriteOld("1", "config.json", "{}");
        Directory.CreateDirectory(_folder.Of("1", "sub"));
        File.WriteAllText(_folder.Of("1", "sub", "in.txt"), "in");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Names of artifacts are looked up in the run's directory, those of sources and resources in the storage's.
        foreach (var directory in new[] { _folder.Root, _folder.Of("1") })
        {
            File.CreateSymbolicLink(Path.Combine(directory, "link.txt"), _folder.Outside("secret.txt"));
            File.CreateSymbolicLink(Path.Combine(directory, "linked"), Path.GetDirectoryName(_folder.Root)!);
            File.CreateSymbolicLink(Path.Combine(directory, "up"), directory == _folder.Root ? ".." : "../..");
            File.CreateSymbolicLink(Path.Combine(directory, "loop"), "loop");
            File.CreateSymbolicLink(Path.Combine(directory, "nowhere"), "no/such/file");
            File.CreateSymbolicLink(Path.Combine(directory, "again.json"), directory == _folder.Root ? "1/run.json" : "run.json");
            using var pipe = System.Diagnostics.Process.Start("mkfifo", Path.Combine(directory, "pipe"));
            pipe.WaitForExit();
        }
    }
}
