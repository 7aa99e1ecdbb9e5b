using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Reads the Git repositories that a run lists.</summary>
internal static class GitRevisions
{
    /// <summary>The repositories without duplicates, because Sacred lists one per source file; dirty if one of the entries is.</summary>
    public static IReadOnlyList<GitRevision> Of(SacredValue? experiment) =>
        [.. experiment.Member("repositories").Items()
            .Select(Read)
            .GroupBy(revision => (revision.Url, revision.Commit))
            .Select(same => same.First() with { Dirty = same.Any(revision => revision.Dirty) })];

    private static GitRevision Read(SacredValue value)
    {
        var url = value.Member("url").Text() ?? "";
        var dirty = value.Member("dirty") is SacredBoolean { Value: true };
        var commit = ValueText.Visible(value.Member("commit").Text() ?? "");
        var page = ForgeLink.Commit(url, commit);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            return new(ValueText.Visible(url), ForgeLink.Repository(url), commit, dirty) { CommitUrl = page };
        }

        var bare = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        var link = bare.Scheme is "http" or "https" ? bare.AbsoluteUri : ForgeLink.Repository(url);
        return new(ValueText.Visible(bare.AbsoluteUri), link, commit, dirty) { CommitUrl = page };
    }
}
