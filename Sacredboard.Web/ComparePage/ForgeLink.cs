using System.Text.RegularExpressions;

namespace Sacredboard.Web.ComparePage;

/// <summary>
/// Links to the pages of well-known forges that compare two commits. What runs store is hostile: other hosts get no link.
/// </summary>
internal static partial class ForgeLink
{
    /// <param name="repository">As stored: <c>https://github.com/a/b.git</c>, <c>git@github.com:a/b.git</c>, <c>ssh://git@…</c>.</param>
    /// <param name="before">The commit of the base.</param>
    /// <param name="after">The other commit.</param>
    /// <returns>Null for an unknown host, or an address or commit that does not look like one.</returns>
    public static string? Compare(string repository, string before, string after)
    {
        if (before == after || !Commit().IsMatch(before) || !Commit().IsMatch(after)
            || Repository().Match(repository) is not { Success: true } match)
        {
            return null;
        }

        var (host, path) = (match.Groups["host"].Value.ToLowerInvariant(), match.Groups["path"].Value);
        path = path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path;
        var isNested = path.Count(character => character == '/') > 1;
        return path.Split('/').All(part => part.Trim('.').Length > 0) && (host == "gitlab.com" || !isNested)
            ? $"https://{host}/{path}/" + host switch
            {
                "gitlab.com" => $"-/compare/{before}...{after}",
                "bitbucket.org" => $"branches/compare/{after}%0D{before}",
                _ => $"compare/{before}...{after}",
            }
            : null;
    }

    [GeneratedRegex(@"\A[0-9a-f]{7,64}\z")]
    private static partial Regex Commit();

    [GeneratedRegex(
        @"\A(https?://([^@/\s]+@)?|ssh://([^@/\s]+@)?|[a-z0-9_.-]+@)(?<host>github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)"
        + @"(:\d{1,5}/|[:/])(?<path>[a-z0-9_.-]+(/[a-z0-9_.-]+){1,8})/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Repository();
}
