using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Sacredboard.Data.State;

namespace Sacredboard.Tests.Data.State;

public sealed class StateFileTests : StateTest
{
    [Fact]
    public async Task Reading_makes_no_file()
    {
        Assert.Empty(await NamesAsync());
        Assert.Null(await Views.FindDefaultAsync("lab", null, Token));

        Assert.False(System.IO.Directory.Exists(Directory));
    }

    [Fact]
    public async Task The_first_view_makes_the_file_and_its_directory()
    {
        await SaveAsync("one");

        Assert.True(File.Exists(FilePath));
        using var connection = Open();
        Assert.Equal("wal", Execute(connection, "PRAGMA journal_mode"));
        Assert.Equal(3L, Execute(connection, "PRAGMA user_version"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Directory));
        }
    }

    [Fact]
    public async Task Several_processes_save_at_once()
    {
        // One store each, as separate processes would have; the first ones create the file.
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () =>
                Assert.NotNull((await new ViewStore(new StateFile(Directory), Time).CreateAsync("lab", null, $"view {i}", "", "here", Token)).View),
            Token)));

        Assert.Equal(40, (await NamesAsync()).Distinct().Count());
    }

    [Fact]
    public async Task While_another_program_writes_one_reads_what_was_before()
    {
        await SaveAsync("one");
        using var other = Open();
        Execute(other, "BEGIN IMMEDIATE");
        Execute(other, "DELETE FROM views");

        Assert.Equal(["one"], await NamesAsync());
        Execute(other, "ROLLBACK");
    }

    [Fact]
    public async Task A_locked_file_is_said_to_be_locked()
    {
        await SaveAsync("one");
        using var other = Open();
        Execute(other, "PRAGMA locking_mode = EXCLUSIVE");
        Execute(other, "BEGIN EXCLUSIVE");

        var reading = await Assert.ThrowsAsync<StateException>(() => NamesAsync());
        var saving = await Assert.ThrowsAsync<StateException>(() => SaveAsync("two"));

        Assert.Equal($"{FilePath} is locked by another program. Try again when that has finished.", reading.Message);
        Assert.Equal(reading.Message, saving.Message);
    }

    [Theory]
    [InlineData("this is no database at all, but some text that somebody put here")]
    [InlineData("SQLite format 3\0 but broken behind its beginning, as a disk leaves it")]
    public async Task A_damaged_file_is_left_alone_and_said_to_be_damaged(string content)
    {
        System.IO.Directory.CreateDirectory(Directory);
        await File.WriteAllTextAsync(FilePath, content.PadRight(5000, '.'), Token);

        var reading = await Assert.ThrowsAsync<StateException>(() => NamesAsync());
        var saving = await Assert.ThrowsAsync<StateException>(() => SaveAsync("two"));

        Assert.StartsWith($"{FilePath} is damaged, or is not a file of Sacredboard.", reading.Message, StringComparison.Ordinal);
        Assert.Equal(reading.Message, saving.Message);
        Assert.Equal(content.PadRight(5000, '.'), await File.ReadAllTextAsync(FilePath, Token));
    }

    [Fact]
    public async Task A_file_that_is_moved_away_is_made_anew_at_once()
    {
        await SaveAsync("one");
        File.Move(FilePath, FilePath + ".old");

        Assert.Empty(await NamesAsync());
        await SaveAsync("two");
        Assert.Equal(["two"], await NamesAsync());
        File.Move(FilePath + ".old", FilePath, overwrite: true);
        Assert.Equal(["one"], await NamesAsync());
    }

    [Fact]
    public async Task A_file_of_a_newer_Sacredboard_is_not_touched()
    {
        await SaveAsync("one");
        using (var newer = Open())
        {
            Execute(newer, "PRAGMA user_version = 99");
        }

        Assert.Contains(
            "newer Sacredboard",
            (await Assert.ThrowsAsync<StateException>(() => NamesAsync())).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "newer Sacredboard",
            (await Assert.ThrowsAsync<StateException>(() => SaveAsync("two"))).Message,
            StringComparison.Ordinal);
        using var connection = Open();
        Assert.Equal(1L, Execute(connection, "SELECT COUNT(*) FROM views"));
    }

    [Fact]
    public async Task Where_no_directory_can_be_made_one_is_told_what_to_do()
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Directory)!);
        await File.WriteAllTextAsync(Directory, "a file stands where the directory should be", Token);

        Assert.Empty(await NamesAsync());
        var saving = await Assert.ThrowsAsync<StateException>(() => SaveAsync("one"));

        Assert.Equal($"{FilePath} cannot be made. Give it the right, or name another directory in Sacredboard:StatePath.", saving.Message);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_directory_that_may_only_be_read_still_gives_its_views()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("root may write everywhere");
        }

        await SaveAsync("one");
        File.SetUnixFileMode(FilePath, UnixFileMode.UserRead);
        File.SetUnixFileMode(Directory, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Equal(["one"], await NamesAsync());
            Assert.Contains(
                "may only read it",
                (await Assert.ThrowsAsync<StateException>(() => SaveAsync("two"))).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData(13, "The disk that /s/sacredboard.db is on is full. Free some space and try again.")]
    [InlineData(10, "/s/sacredboard.db cannot be used: SQLite reports error 10.")]
    [InlineData(8, "/s/sacredboard.db cannot be written to: Sacredboard may only read it. Give it the right, or name another directory in Sacredboard:StatePath.")]
    [InlineData(14, "/s/sacredboard.db cannot be opened. Give it the right, or name another directory in Sacredboard:StatePath.")]
    public void What_SQLite_reports_is_said_in_words(int code, string message) =>
        Assert.Equal(message, StateErrors.Explain(new SqliteException("as SQLite says it", code), "/s/sacredboard.db").Message);

    [Fact]
    public async Task On_a_full_disk_a_view_can_be_deleted_but_none_saved()
    {
        // A disk of its own, of half a megabyte, in memory.
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root of Linux can make a small disk.");
        System.IO.Directory.CreateDirectory(Directory);
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", Directory) == 0, "No disk can be made here.");
        try
        {
            var views = new[] { await SaveAsync("one"), await SaveAsync("two") };
            Assert.Throws<IOException>(() => File.WriteAllBytes(Path.Combine(Directory, "large"), new byte[1 << 20]));
            Fill();

            await Assert.ThrowsAsync<StateException>(() => SaveAsync("three", new string('x', 30_000)));
            Assert.Equal(["one", "two"], await NamesAsync());
            foreach (var view in views)
            {
                Assert.NotNull((await Views.DeleteAsync("lab", view.Id, null, Token)).View);
            }

            Assert.Empty(await NamesAsync());
        }
        finally
        {
            Run("umount", Directory);
        }

        // Up to the last block.
        void Fill()
        {
            using var rest = File.Create(Path.Combine(Directory, "rest"), 1);
            try
            {
                for (var block = new byte[4096]; ;)
                {
                    rest.Write(block);
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        static int Run(string program, params string[] arguments)
        {
            using var process = System.Diagnostics.Process.Start(program, arguments);
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}
