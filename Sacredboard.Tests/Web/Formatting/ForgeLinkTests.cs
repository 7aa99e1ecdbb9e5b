using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class ForgeLinkTests
{
    private const string A = "a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd";
    private const string B = "0123456789abcdef0123456789abcdef01234567";

    [Theory]
    [InlineData("https://github.com/lab/digits.git", $"https://github.com/lab/digits/compare/{A}...{B}")]
    [InlineData("git@github.com:lab/digits.git", $"https://github.com/lab/digits/compare/{A}...{B}")]
    [InlineData("ssh://git@GitHub.com:22/lab/digits", $"https://github.com/lab/digits/compare/{A}...{B}")]
    [InlineData("https://user:secret@gitlab.com/a/b/c.git/", $"https://gitlab.com/a/b/c/-/compare/{A}...{B}")]
    [InlineData("https://bitbucket.org/lab/digits", $"https://bitbucket.org/lab/digits/branches/compare/{B}%0D{A}")]
    [InlineData("https://codeberg.org/lab/digits.x", $"https://codeberg.org/lab/digits.x/compare/{A}...{B}")]
    public void Known_forges_compare_commits(string repository, string link) => Assert.Equal(link, ForgeLink.Compare(repository, A, B));

    [Theory]
    [InlineData("https://git.example.org/lab/digits.git")]
    [InlineData("https://github.com.evil.example/lab/digits")]
    [InlineData("https://evil.example/github.com/lab/digits")]
    [InlineData("https://github.com@evil.example/lab/digits")]
    [InlineData("https://evil.example/@github.com/lab/digits")]
    [InlineData("javascript:alert(1)//github.com/lab/digits")]
    [InlineData("https://github.com/lab")]
    [InlineData("https://github.com/lab/digits/tree/main")]
    [InlineData("https://github.com/lab/../x")]
    [InlineData("https://github.com/lab/digits?x=\"><script>")]
    [InlineData("https://github.com/lab/digits\n")]
    [InlineData("")]
    public void Others_get_no_link(string repository)
    {
        Assert.Null(ForgeLink.Compare(repository, A, B));
        Assert.Null(ForgeLink.Commit(repository, A));
        Assert.Null(ForgeLink.Repository(repository));
    }

    [Theory]
    [InlineData("git@github.com:lab/digits.git", $"https://github.com/lab/digits/commit/{A}")]
    [InlineData("http://github.com:80/lab/digits", $"https://github.com/lab/digits/commit/{A}")]
    [InlineData("ssh://git@gitlab.example.org:2222/a/b/c.git", $"https://gitlab.example.org/a/b/c/-/commit/{A}")]
    [InlineData("http://me:secret@gitea.example.org:3000/lab/digits.git", $"http://gitea.example.org:3000/lab/digits/commit/{A}")]
    [InlineData("https://bitbucket.org/lab/digits", $"https://bitbucket.org/lab/digits/commits/{A}")]
    [InlineData("git@codeberg.org:lab/digits", $"https://codeberg.org/lab/digits/commit/{A}")]
    [InlineData("git@git.sr.ht:~me/digits", $"https://git.sr.ht/~me/digits/commit/{A}")]
    [InlineData("git+ssh://git@github.com/lab/digits.git", $"https://github.com/lab/digits/commit/{A}")]
    public void A_commit_has_a_page_at_forges_and_at_hosts_named_after_them(string repository, string link) =>
        Assert.Equal(link, ForgeLink.Commit(repository, A));

    [Theory]
    [InlineData("")]
    [InlineData("HEAD")]
    [InlineData("0123456/../../x")]
    [InlineData("0123456\n")]
    public void What_is_no_commit_gets_no_link(string commit) => Assert.Null(ForgeLink.Commit("https://github.com/lab/digits", commit));

    [Theory]
    [InlineData(A, A)]
    [InlineData(A, "")]
    [InlineData("main", B)]
    [InlineData(A, B + "/../../x")]
    public void Only_two_commits_are_compared(string before, string after) =>
        Assert.Null(ForgeLink.Compare("https://github.com/lab/digits", before, after));
}
