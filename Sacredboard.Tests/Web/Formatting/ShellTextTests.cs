using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class ShellTextTests
{
    [Theory]
    [InlineData("train.py", "train.py")]
    [InlineData("optimizer.lr=0.1", "optimizer.lr=0.1")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("tags=['a','b']", @"'tags=['\''a'\'','\''b'\'']'")]
    [InlineData("$(rm -rf ~)", "'$(rm -rf ~)'")]
    [InlineData("`id`;id&&id|id>x", "'`id`;id&&id|id>x'")]
    [InlineData("~/train.py", "'~/train.py'")]
    [InlineData("=ls", "'=ls'")]
    [InlineData("a!b", "'a!b'")]
    [InlineData("größe 🚀", "'größe 🚀'")]
    [InlineData("line\nrm -rf /\n", @"$'line\nrm -rf /\n'")]
    [InlineData("\e[201~'\\", @"$'\u001B[201~\'\\'")]
    [InlineData("nul\0", "$'nul'")]
    [InlineData("right\u202Eleft", @"$'right\u202Eleft'")]
    public void One_word_stays_one_word(string word, string quoted) => Assert.Equal(quoted, ShellText.Quote(word));

    [Fact]
    public void Words_are_joined_by_blanks() =>
        Assert.Equal("python 'my file.py' with a=1", ShellText.Join(["python", "my file.py", "with", "a=1"]));
}
