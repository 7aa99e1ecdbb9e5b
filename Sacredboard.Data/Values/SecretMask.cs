using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values;

/// <summary>
/// Hides the passwords and keys that Sacred records by the way: connection strings in <c>meta.options</c>, environment
/// variables in <c>host.ENV</c>, credentials in repository URLs. The one place for it; what pages and API show of a run
/// goes through here. A value without secrets comes back as it is, the same object.
/// </summary>
public static partial class SecretMask
{
    /// <summary>What stands where a secret was.</summary>
    public const string Hidden = "***";

    // Of an environment variable any such last word is enough; in a config "eos_token" and "sort_key" are no secrets.
    private static readonly HashSet<string> SecretWords = ["password", "passwd", "passphrase", "pwd", "secret", "credentials"];
    private static readonly HashSet<string> SecretEnvironmentWords = ["token", "key", "pass", "pw", "auth", "cookie", "pat", "credential"];

    private static readonly HashSet<string> SecretPairs =
    [
        "api key", "access key", "secret key", "private key", "auth token", "access token", "api token", "refresh token", "bearer token",
    ];

    // Options of Sacred that hold connection strings, in every spelling; also without a scheme in front.
    private static readonly HashSet<string> ConnectionOptions = ["--sql", "--mongo_db", "--mongo-db", "-l", "-m"];

    /// <summary>Config, info, result, meta, experiment, or any part of them.</summary>
    public static SacredValue Value(SacredValue value) => Mask(value, null, false);

    /// <summary>What <c>host</c> holds: the same, and stricter in its <c>ENV</c>.</summary>
    public static SacredValue Host(SacredValue host) => Mask(host, null, false);

    /// <summary>One value out of a tree; the keys that lead to it tell whether it is a secret.</summary>
    public static SacredValue At(IReadOnlyList<string> path, SacredValue value) =>
        Mask(value, path.LastOrDefault(key => !key.All(char.IsAsciiDigit)), path.Contains("ENV"));

    /// <summary>Text that may hold URLs with a password in them, or words such as <c>db.password=…</c>.</summary>
    public static string Text(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal))
        {
            text = UrlPassword().Replace(text, $"$1:{Hidden}@");
            text = UrlToken().Replace(text, $"$1{Hidden}@");
        }

        return text.Contains('=', StringComparison.Ordinal)
            ? SecretAssignment().Replace(text, static match => IsSecret(match.Groups[1].Value, false) ? $"{match.Groups[1].Value}={Hidden}" : match.Value)
            : text;
    }

    private static SacredValue Mask(SacredValue value, string? key, bool inEnvironment) => value switch
    {
        SacredText { Value.Length: > 0 } text => Mask(text, key, inEnvironment),
        SacredObject tree => Mask(tree, inEnvironment),
        SacredList list => Mask(list, key, inEnvironment),
        SacredTyped typed => Mask(typed, key, inEnvironment),
        // A PIN is a secret; the number of a token is not.
        SacredInteger when key is not null && IsSecret(key, false) => new SacredText(Hidden),
        _ => value,
    };

    private static SacredText Mask(SacredText text, string? key, bool inEnvironment)
    {
        var masked = key is not null && IsSecret(key, inEnvironment) ? Hidden
            : key is not null && ConnectionOptions.Contains(key) ? BarePassword().Replace(Text(text.Value), $"$1:{Hidden}@")
            : Text(text.Value);
        return masked == text.Value ? text : new SacredText(masked);
    }

    private static SacredObject Mask(SacredObject tree, bool inEnvironment)
    {
        KeyValuePair<string, SacredValue>[]? masked = null;
        for (var i = 0; i < tree.Members.Count; i++)
        {
            var (key, value) = tree.Members[i];
            var hidden = Mask(value, key, inEnvironment || key == "ENV");
            if (!ReferenceEquals(hidden, value))
            {
                masked ??= [.. tree.Members];
                masked[i] = new(key, hidden);
            }
        }

        return masked is null ? tree : new SacredObject(masked);
    }

    private static SacredList Mask(SacredList list, string? key, bool inEnvironment)
    {
        SacredValue[]? masked = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var hidden = Mask(list.Items[i], key, inEnvironment);
            if (!ReferenceEquals(hidden, list.Items[i]))
            {
                masked ??= [.. list.Items];
                masked[i] = hidden;
            }
        }

        return masked is null ? list : new SacredList(masked);
    }

    private static SacredTyped Mask(SacredTyped typed, string? key, bool inEnvironment)
    {
        var value = typed.Value is null ? null : Mask(typed.Value, key, inEnvironment);
        var raw = Mask(typed.Raw, key, inEnvironment);
        return ReferenceEquals(value, typed.Value) && ReferenceEquals(raw, typed.Raw) ? typed : new SacredTyped(typed.TypeName, value, raw);
    }

    private static bool IsSecret(string key, bool inEnvironment)
    {
        var words = Words().Matches(key.Length > 200 ? key[^200..] : key);
        if (words.Count == 0)
        {
            return false;
        }

        var last = words[^1].Value.ToLowerInvariant();
        var pair = words.Count > 1 ? $"{words[^2].Value.ToLowerInvariant()} {last}" : "";
        return SecretWords.Contains(last) || SecretPairs.Contains(pair) || last == "apikey"
            || (inEnvironment && (SecretEnvironmentWords.Contains(last) || last.EndsWith("password", StringComparison.Ordinal)));
    }

    // All lengths are bounded: these run over text of any size that anybody may have written.
    [GeneratedRegex("""([a-zA-Z][a-zA-Z0-9+.\-]{0,30}://[^\s/:@'"<>]{0,256}):(?:[^\s/'"<>]{0,512}|(?!\d{1,5}/)[^\s'"<>]{1,512})@""")]
    private static partial Regex UrlPassword();

    [GeneratedRegex("""(https?://)[^\s/:@'"<>]{1,512}@""")]
    private static partial Regex UrlToken();

    [GeneratedRegex("""^(?![^\s/:@]{1,30}://)([^\s/:@]{1,256}):[^\s]{1,512}@""")]
    private static partial Regex BarePassword();

    [GeneratedRegex("""(?<![\w.\-])([\w.\-]{1,100})=(?:'[^']{0,512}'|"[^"]{0,512}"|[^\s&;'"]{1,512})""")]
    private static partial Regex SecretAssignment();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Words();
}
