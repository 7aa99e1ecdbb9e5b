using System.Buffers;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values;

/// <summary>
/// Which names (keys of a config, environment variables, options) are those of secrets: one list for all of them. Case and separators do
/// not matter, nor do numbers behind; a plural counts as its singular, except for "tokens", which language models count.
/// </summary>
internal static partial class SecretNames
{
    /// <summary>Nothing longer is a name.</summary>
    private const int MaxName = 200;

    // As the last word of a name.
    private static readonly HashSet<string> Words =
    [
        "password", "passwd", "passphrase", "passcode", "pwd", "secret", "credential", "cookie", "authorization", "apikey", "dsn",
    ];

    // As the last two words of a name.
    private static readonly HashSet<string> Pairs =
    [
        "access key", "account key", "api key", "deploy key", "encryption key", "license key", "private key", "secret key", "service key",
        "signing key", "ssh key", "storage key",
        "access token", "api token", "auth token", "bearer token", "bot token", "deploy token", "github token", "gitlab token", "hf token",
        "hub token", "refresh token", "sas token", "security token", "session token", "slack token",
        "conn str", "connection string", "database uri", "database url", "db uri", "db url",
    ];

    // As a whole name, as the last word of one in capitals, as environment variables are, and of any variable of an environment. In
    // other names they are too common: eos_token, sort_key.
    private static readonly HashSet<string> Short = ["token", "key", "pass", "pw", "auth", "pat"];

    // Each of these names contains one of these. Most of the millions of texts contain none.
    private static readonly SearchValues<string> Hints =
        SearchValues.Create(
            ["pass", "pw", "secret", "credential", "key", "token", "auth", "cookie", "pat", "dsn", "conn", "url", "uri"],
            StringComparison.OrdinalIgnoreCase);

    // Runs share most names. One array slot per hash, overwritten by the next name with that hash; races are harmless, because a slot
    // holds one reference.
    private static readonly Judged?[] Known = new Judged?[1024];

    /// <summary>A cheap pre-check: false when no part of the text can name a secret.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Hints);

    /// <param name="name">Any text.</param>
    /// <param name="inEnvironment">It is an environment variable.</param>
    public static bool IsSecret(string name, bool inEnvironment)
    {
        name = name.Length > MaxName ? name[^MaxName..] : name;
        if (!MayBeIn(name))
        {
            return false;
        }

        ref var slot = ref Known[(uint)name.GetHashCode() % (uint)Known.Length];
        var known = slot;
        if (known?.Name != name)
        {
            slot = known = Judge(name);
        }

        return inEnvironment ? known.InEnvironment : known.Elsewhere;
    }

    /// <summary>Whether a number under this name is a secret too: a PIN is, the number of a token is not.</summary>
    public static bool IsSecretNumber(string name) =>
        IsSecret(name, inEnvironment: false) && !name.Contains("token", StringComparison.OrdinalIgnoreCase);

    private static Judged Judge(string name)
    {
        var words = WordPattern().Matches(name).Select(match => match.Value).ToList();
        while (words.Count > 1 && char.IsAsciiDigit(words[^1][0]))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0)
        {
            return new(name, false, false);
        }

        var (last, before) = (words[^1].ToLowerInvariant(), words.Count > 1 ? words[^2].ToLowerInvariant() : "");
        var isAny = IsAny(last, before) || (last.EndsWith('s') && IsAny(last[..^1], before));
        var isShort = Short.Contains(last);
        return new(
            name,
            isAny || (isShort && (words.Count == 1 ? last != "key" : name == name.ToUpperInvariant())),
            isAny || isShort);
    }

    private static bool IsAny(string last, string before) =>
        Words.Contains(last) || Pairs.Contains($"{before} {last}") || last.EndsWith("password", StringComparison.Ordinal);

    private sealed record Judged(string Name, bool Elsewhere, bool InEnvironment);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex WordPattern();
}
