using System.Text.RegularExpressions;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// Links to pages of forges: GitHub, GitLab, Bitbucket, Codeberg, SourceHut, and hosts named after what runs on them, such as
/// <c>gitlab.example.org</c>. What runs store is hostile: other hosts get no link, and links are https (or http, where that is stored).
/// </summary>
internal static partial class ForgeLink
{
    private static readonly HashSet<string> Known = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "git.sr.ht"];

    /// <summary>The page of a repository. Null for what is no address of one.</summary>
    /// <param name="repository">As stored: <c>https://github.com/a/b.git</c>, <c>git@github.com:a/b.git</c>, <c>ssh://git@…</c>.</param>
    public static string? Repository(string repository) => Place.Of(repository)?.Url;

    /// <summary>The page of a commit. Null for an unknown host, or an address or commit that does not look like one.</summary>
    /// <param name="repository">As for <see cref="Repository"/>.</param>
    public static string? Commit(string repository, string commit) =>
        !CommitId().IsMatch(commit) || Place.Of(repository) is not { } place ? null : place.Url + place.Kind switch
        {
            "gitlab" => $"/-/commit/{commit}",
            "bitbucket" => $"/commits/{commit}",
            _ => $"/commit/{commit}",
        };

    /// <summary>The page that compares two commits, at one of the public forges that have one. Null where there is none.</summary>
    /// <param name="repository">As for <see cref="Repository"/>.</param>
    /// <param name="before">The commit of the base.</param>
    /// <param name="after">The other commit.</param>
    public static string? Compare(string repository, string before, string after) =>
        before == after || !CommitId().IsMatch(before) || !CommitId().IsMatch(after)
            || Place.Of(repository) is not { IsPublic: true } place || place.Kind == "git"
            ? null
            : place.Url + place.Kind switch
            {
                "gitlab" => $"/-/compare/{before}...{after}",
                "bitbucket" => $"/branches/compare/{after}%0D{before}",
                _ => $"/compare/{before}...{after}",
            };

    [GeneratedRegex(@"\A[0-9a-f]{7,64}\z")]
    private static partial Regex CommitId();

    [GeneratedRegex(
        @"\A(?:(?<web>https?)://(?:[^@/\s]+@)?|(?:git\+)?ssh://(?:[^@/\s]+@)?|git://|[a-z0-9_.-]+@)(?<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)"
        + @"(?:(?<port>:\d{1,5})/|[:/])(?<path>~?[a-z0-9_.-]+(?:/[a-z0-9_.-]+){1,8})/?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    // Not "github.com.example.org".
    [GeneratedRegex(@"\A(github|gitlab|gitea|forgejo)\.(?!com\.|org\.|io\.)")]
    private static partial Regex OwnHost();

    /// <summary>A repository at a forge.</summary>
    /// <param name="Kind">What runs there: the first part of the host's name.</param>
    /// <param name="IsPublic">It is one of the known forges.</param>
    private sealed record Place(string Url, string Kind, bool IsPublic)
    {
        public static Place? Of(string repository)
        {
            if (Address().Match(repository) is not { Success: true } match)
            {
                return null;
            }

            var (host, path) = (match.Groups["host"].Value.ToLowerInvariant(), match.Groups["path"].Value);
            path = path.EndsWith(".git", StringComparison.OrdinalIgnoreCase) ? path[..^4] : path;
            var kind = host[..host.IndexOf('.', StringComparison.Ordinal)];
            var isPublic = Known.Contains(host);
            if ((!isPublic && !OwnHost().IsMatch(host))
                || (kind != "gitlab" && path.Count(character => character == '/') > 1)
                || !path.Split('/').All(part => part.Trim('.').Length > 0))
            {
                return null;
            }

            // A port of SSH leads to no page.
            var web = match.Groups["web"].Value.Equals("http", StringComparison.OrdinalIgnoreCase) && !isPublic ? "http" : "https";
            var port = match.Groups["web"].Success && !isPublic ? match.Groups["port"].Value : "";
            return new($"{web}://{host}{port}/{path}", kind, isPublic);
        }
    }
}
