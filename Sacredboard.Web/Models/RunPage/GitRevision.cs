using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.RunPage;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>A Git repository that a run's code came from.</summary>
/// <param name="Url">For people, without credentials.</param>
/// <param name="Link">The address to follow, without credentials: http or https only, else null.</param>
public sealed record GitRevision(string Url, string? Link, string Commit, bool Dirty)
{
    public string ShortCommit => Commit.Length > 10 ? Commit[..10] : Commit;

    /// <summary>Sacred lists a repository once for every source file; here each stands once, dirty if one of them was.</summary>
    public static IReadOnlyList<GitRevision> Of(SacredValue? experiment) =>
        [.. experiment.Member("repositories").Items()
            .Select(Read)
            .GroupBy(repository => (repository.Url, repository.Commit))
            .Select(same => same.First() with { Dirty = same.Any(repository => repository.Dirty) })];

    private static GitRevision Read(SacredValue value)
    {
        var url = value.Member("url").Text() ?? "";
        var dirty = value.Member("dirty") is SacredBoolean { Value: true };
        var commit = ValueText.Visible(value.Member("commit").Text() ?? "");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0)
        {
            return new(ValueText.Visible(url), null, commit, dirty);
        }

        var bare = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        var link = bare.Scheme is "http" or "https" ? bare.AbsoluteUri : null;
        return new(ValueText.Visible(bare.AbsoluteUri), link, commit, dirty);
    }
}
