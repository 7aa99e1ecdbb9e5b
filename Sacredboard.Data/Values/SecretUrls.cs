namespace Sacredboard.Data.Values;

/// <summary>Finds user and password of URLs of any scheme (JDBC's too), and parameters that are named as secrets.</summary>
internal static class SecretUrls
{
    private const string Mark = "://";
    private const int MaxScheme = 40;

    public static void Find(string text, List<(int Start, int End)> found)
    {
        for (var at = 0; (at = text.IndexOf(Mark, at, StringComparison.Ordinal)) >= 0;)
        {
            var start = at + Mark.Length;
            var length = text.AsSpan(start).IndexOfAny(" \t\r\n'\"<>\0");
            var end = length < 0 ? text.Length : start + length;
            if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                FindUser(text, at, start, end, found);
                FindParameters(text, start, end, found);
            }

            at = end;
        }
    }

    private static void FindUser(string text, int mark, int start, int end, List<(int Start, int End)> found)
    {
        var url = text.AsSpan(start, end - start);
        var edge = url.IndexOfAny('/', '?', '#');
        var authority = edge < 0 ? url : url[..edge];
        var at = authority.LastIndexOf('@');
        var colon = authority.IndexOf(':');
        if (at < 0)
        {
            // A password may hold slashes; what follows a colon may also be a port.
            at = colon >= 0 && !IsPort(authority[(colon + 1)..]) ? url.LastIndexOf('@') : -1;
        }

        if (at > colon && colon >= 0)
        {
            found.Add((start + colon + 1, start + at));
        }
        else if (at > 0 && IsWeb(text.AsSpan(int.Max(0, mark - MaxScheme), mark - int.Max(0, mark - MaxScheme))))
        {
            // A token in place of the user, as GitHub takes it. A user alone (ssh://git@host) is none.
            found.Add((start, start + at));
        }
    }

    // ?password=…&token=… and ;password=…
    private static void FindParameters(string text, int start, int end, List<(int Start, int End)> found)
    {
        if (!SecretNames.MayBeIn(text.AsSpan(start, end - start)))
        {
            return;
        }

        for (var place = start; place < end;)
        {
            var length = text.AsSpan(place, end - place).IndexOfAny('?', '&', ';');
            var stop = length < 0 ? end : place + length;
            var equals = text.AsSpan(place, stop - place).IndexOf('=');
            if (equals > 0 && SecretNames.IsSecret(text.Substring(place, equals), inEnvironment: false))
            {
                found.Add((place + equals + 1, stop));
            }

            place = stop + 1;
        }
    }

    private static bool IsPort(ReadOnlySpan<char> text) => text.Length is > 0 and <= 5 && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsWeb(ReadOnlySpan<char> scheme) =>
        scheme.EndsWith("http", StringComparison.OrdinalIgnoreCase) || scheme.EndsWith("https", StringComparison.OrdinalIgnoreCase);
}
