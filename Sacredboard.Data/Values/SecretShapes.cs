using System.Buffers;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values;

/// <summary>
/// Finds secrets by what they look like, wherever they stand and however long they are: user and password of a URL, tokens with known
/// beginnings, signed tokens (JWT), private keys (PEM). Each finder reads a text once, because texts may be megabytes made to be slow.
/// </summary>
internal static class SecretShapes
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    // What each of these shapes but the last contains: a text without is looked through only once. None has fewer than three characters,
    // because only then do vectors find them.
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "://", "bearer", "eyJ", "-----BEGIN", "AccountKey", "AccessKey", "SharedKey", "sig=", "Signature", "ghp_", "gho_", "ghu_",
            "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "sk-", "hf_", "AKIA", "ASIA", "AIza", "ya29.", "npm_", "pypi-", "dckr_pat_",
            "SG.",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly Regex Tokens = new(
        @"\b(?:gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w\-]{16,}|xox[abeprs]-[\w\-]{10,}|sk-[\w\-]{20,}|hf_[A-Za-z0-9]{20,}"
            + @"|(?:AKIA|ASIA)[A-Z0-9]{12,}|AIza[\w\-]{30,}|ya29\.[\w\-.]{20,}|npm_[A-Za-z0-9]{30,}|pypi-[\w\-]{30,}|dckr_pat_[\w\-]{20,}"
            + @"|SG\.[\w\-]{16,}\.[\w\-]{16,}|eyJ[\w\-]{8,}\.[\w\-]{8,}(?:\.[\w\-]*)?)",
        Linear);

    private static readonly Regex Signed = new(
        @"\b(?:Bearer\s+[\w.~+/=\-]{8,}"
            + @"|(?:AccountKey|Shared(?:Access)?Key|SharedAccessSignature|X-Amz-Signature|Signature|sig)=[^\s&;'""]+)",
        Linear | RegexOptions.IgnoreCase);

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    // user:password@host:path, as scp and git take it without a scheme; it holds no blank.
    private static readonly Regex Remote = new(@"\b[\w.\-]+:[^\s@/:'""]+@[\w.\-]+:", Linear);

    /// <summary>Adds the parts of the text that are secrets.</summary>
    public static void Find(string text, List<(int Start, int End)> found)
    {
        if (text.AsSpan().ContainsAny(Hints))
        {
            SecretUrls.Find(text, found);
            FindPrivateKeys(text, found);
            FindTokens(text, found);
        }

        FindRemotes(text, found);
    }

    private static void FindTokens(string text, List<(int Start, int End)> found)
    {
        foreach (var match in Tokens.EnumerateMatches(text))
        {
            found.Add((match.Index, match.Index + match.Length));
        }

        foreach (var match in Signed.EnumerateMatches(text))
        {
            // "Bearer" and "sig=" stay, and so does a bearer of news.
            var part = text.AsSpan(match.Index, match.Length);
            var value = part[(part.IndexOfAny("= \t\r\n") + 1)..].TrimStart();
            if (value.ContainsAnyExceptInRange('a', 'z'))
            {
                found.Add((match.Index + match.Length - value.Length, match.Index + match.Length));
            }
        }
    }

    // Only what stands around each "@" is looked at: to look through all of an output takes three times as long as everything else.
    private static void FindRemotes(string text, List<(int Start, int End)> found)
    {
        for (var end = 0; text.IndexOf('@', end) is var at and >= 0;)
        {
            var start = end + text.AsSpan(end, at - end).LastIndexOfAny(Blanks) + 1;
            var length = text.AsSpan(at).IndexOfAny(Blanks);
            end = length < 0 ? text.Length : at + length;
            foreach (var match in Remote.EnumerateMatches(text.AsSpan(start, end - start)))
            {
                var part = text.AsSpan(start + match.Index, match.Length);
                found.Add((start + match.Index + part.IndexOf(':') + 1, start + match.Index + part.IndexOf('@')));
            }
        }
    }

    private static void FindPrivateKeys(string text, List<(int Start, int End)> found)
    {
        const string Begin = "-----BEGIN ";
        const string End = "-----END ";
        for (var at = 0; (at = text.IndexOf(Begin, at, StringComparison.Ordinal)) >= 0; at += Begin.Length)
        {
            var label = text.AsSpan(at + Begin.Length, int.Min(60, text.Length - at - Begin.Length));
            var dashes = label.IndexOf("-----", StringComparison.Ordinal);
            if (dashes < 0 || !label[..dashes].EndsWith("PRIVATE KEY", StringComparison.Ordinal))
            {
                continue;
            }

            var start = at + Begin.Length + dashes + "-----".Length;
            var end = text.IndexOf(End, start, StringComparison.Ordinal);
            found.Add((start, end < 0 ? text.Length : end));
            if (end < 0)
            {
                return;
            }

            at = end - Begin.Length;
        }
    }
}
