using System.Buffers;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values;

/// <summary>
/// What the keys on the path to a value say about secrecy: whether <see cref="SecretMask"/> masks the value whatever its content. The
/// default is the root of a tree.
/// </summary>
public readonly partial record struct SecretContext
{
    // These last words mark an environment variable as secret; in a config they are too common ("eos_token", "sort_key").
    private static readonly HashSet<string> SecretWords = ["password", "passwd", "passphrase", "pwd", "secret", "credentials"];
    private static readonly HashSet<string> SecretEnvironmentWords = ["token", "key", "pass", "pw", "auth", "cookie", "pat", "credential"];

    private static readonly HashSet<string> SecretPairs =
    [
        "api key", "access key", "secret key", "private key", "auth token", "access token", "api token", "refresh token", "bearer token",
    ];

    // Every word above contains one of these; checking for them first is cheap, and most of the millions of texts contain none.
    private static readonly SearchValues<string> SecretHints =
        SearchValues.Create(
            ["pass", "pw", "secret", "credential", "key", "token", "auth", "cookie", "pat"],
            StringComparison.OrdinalIgnoreCase);

    // Sacred's options that hold connection strings, in every spelling; the value may lack a scheme.
    private static readonly HashSet<string> ConnectionOptions = ["--sql", "--mongo_db", "--mongo-db", "-l", "-m"];

    /// <summary>Every text here is masked.</summary>
    public bool HidesTexts { get; private init; }

    /// <summary>Every number here is masked too: a PIN is a secret, the number of a token is not.</summary>
    public bool HidesNumbers { get; private init; }

    /// <summary>A text here is a connection string, with or without a scheme.</summary>
    public bool IsConnection { get; private init; }

    private bool InEnvironment { get; init; }

    /// <summary>The context of an object's member. The items of a list have the context of the list.</summary>
    public SecretContext Under(string key)
    {
        // Keys of digits only and jsonpickle tags say nothing about the value.
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

    /// <summary>A cheap pre-check: false when no part of the text can name a secret.</summary>
    internal static bool MayHoldSecret(string text) => text.AsSpan().ContainsAny(SecretHints);

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
