using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Web.Files;

namespace Sacredboard.Tests.Web.Files;

public sealed class ZipNamesTests
{
    [Theory]
    [InlineData("plot.png", "a/plot.png")]
    [InlineData("sub/plot.png", "a/sub/plot.png")]
    [InlineData(@"sub\plot.png", "a/sub/plot.png")]
    [InlineData("../../etc/passwd", "a/etc/passwd")]
    [InlineData("/etc/passwd", "a/etc/passwd")]
    [InlineData(@"C:\Windows\system.ini", "a/C/Windows/system.ini")]
    [InlineData(@"\\server\share\x", "a/server/share/x")]
    [InlineData("..", "a/artifact-0")]
    [InlineData("./.", "a/artifact-0")]
    [InlineData("", "a/artifact-0")]
    [InlineData("nul\0\r\n.txt", "a/_nul.txt")]
    [InlineData("COM1", "a/_COM1")]
    [InlineData("sub/aux.h", "a/sub/_aux.h")]
    [InlineData("trailing. ", "a/trailing")]
    public void An_entry_lies_in_its_folder(string stored, string name) =>
        Assert.Equal(name, new ZipNames().Take("a/", stored, "artifact-0"));

    [Fact]
    public void No_entry_hides_another()
    {
        var names = new ZipNames();

        Assert.Equal(
            ["a/x.txt", "a/X (2).txt", "a/x (3).txt", "a/x.txt_y", "a/d/e", "a/d (2)"],
            new[] { "x.txt", "X.txt", "../x.txt", "x.txt/y", "d/e", "d" }.Select(name => names.Take("a/", name, "file")));
    }

    [Property(MaxTest = 300)]
    public Property No_name_leaves_its_folder_or_is_taken_twice(NonNull<string>[] stored)
    {
        var names = new ZipNames();
        var taken = stored.Select(name => names.Take("a/", name.Get, "file")).ToList();
        return (taken.Distinct(StringComparer.OrdinalIgnoreCase).Count() == taken.Count
            && taken.All(name => name.StartsWith("a/", StringComparison.Ordinal) && !name.Contains('\\') && !name.Contains(':')
                && name.Split('/').All(part => part.Length > 0 && part is not ("." or "..")))).ToProperty();
    }
}
