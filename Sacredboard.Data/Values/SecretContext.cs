using System.Buffers;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values;

/// <summary>What the keys that lead to a value say of it: whether <see cref="SecretMask"/> hides it, whatever it is. The default is the root of a tree.</summary>
public readonly partial record struct SecretContext
{
    // Of an environment variable any such last word is enough; in a config "eos_token" and "sort_key" are no secrets.
    private static readonly HashSet<string> SecretWords = ["password", "passwd", "passphrase", "pwd", "secret", "credentials"];
    private static readonly HashSet<string> SecretEnvironmentWords = ["token", "key", "pass", "pw", "auth", "cookie", "pat", "credential"];

    private static readonly HashSet<string> SecretPairs =
    [
        "api key", "access key", "secret key", "private key", "auth token", "access token", "api token", "refresh token", "bearer token",
    ];

    // Any of the words above has one of these in it; most texts have none, and there are millions of them.
    private static readonly SearchValues<string> Hints =
        SearchValues.Create(["pass", "pw", "secret", "credential", "key", "token", "auth", "cookie", "pat"], StringComparison.OrdinalIgnoreCase);

    // Options of Sacred that hold connection strings, in every spelling; also without a scheme in front.
    private static readonly HashSet<string> ConnectionOptions = ["--sql", "--mongo_db", "--mongo-db", "-l", "-m"];

    /// <summary>Any text here is a secret.</summary>
    public bool HidesTexts { get; private init; }

    /// <summary>Any number too: a PIN is a secret; the number of a token is not.</summary>
    public bool HidesNumbers { get; private init; }

    /// <summary>A text here is a connection string, with or without a scheme in front.</summary>
    public bool IsConnection { get; private init; }

    private bool InEnvironment { get; init; }

    /// <summary>The place of a member of an object that is here. The items of a list are where the list is.</summary>
    public SecretContext Under(string key)
    {
        // A number among numbers, or a tag of jsonpickle, says nothing of what lies there.
        if (!key.AsSpan().ContainsAnyExceptInRange('0', '9') || key.StartsWith("py/", StringComparison.Ordinal))
        {
            return this;
        }

        var inEnvironment = InEnvironment || key == "ENV";
        var isSecret = IsSecret(key, false);
        return new()
        {
            HidesTexts = isSecret || (inEnvironment && IsSecret(key, true)),
            HidesNumbers = isSecret,
            IsConnection = key.StartsWith('-') && ConnectionOptions.Contains(key),
            InEnvironment = inEnvironment,
        };
    }

    /// <summary>False where no part of the text is a name of a secret: told at once.</summary>
    internal static bool MayHoldSecret(string text) => text.AsSpan().ContainsAny(Hints);

    internal static bool IsSecret(string key, bool inEnvironment)
    {
        key = key.Length > 200 ? key[^200..] : key;
        if (!MayHoldSecret(key) || Words().Matches(key) is not { Count: > 0 } words)
        {
            return false;
        }

        var last = words[^1].Value.ToLowerInvariant();
        var pair = words.Count > 1 ? $"{words[^2].Value.ToLowerInvariant()} {last}" : "";
        return SecretWords.Contains(last) || SecretPairs.Contains(pair) || last == "apikey"
            || (inEnvironment && (SecretEnvironmentWords.Contains(last) || last.EndsWith("password", StringComparison.Ordinal)));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Words();
}
