namespace Sacredboard.Web.Models.RunPage;

/// <summary>The commit of a Git repository that a run's code came from.</summary>
/// <param name="Url">The text to show, without credentials.</param>
/// <param name="Link">The address to follow, without credentials: http or https only, else null.</param>
public sealed record GitRevision(string Url, string? Link, string Commit, bool Dirty)
{
    /// <summary>The page of the commit at a forge; null where none is known.</summary>
    public string? CommitUrl { get; init; }

    public string ShortCommit => Commit.Length > 10 ? Commit[..10] : Commit;
}
