namespace Sacredboard.Web.Formatting;

/// <summary>Shortens long text without splitting surrogate pairs.</summary>
public static class Ellipsis
{
    private const string Sign = "…";

    /// <summary>Keeps the beginning, for sentences and names. At most <paramref name="max"/> UTF-16 units.</summary>
    public static string End(string text, int max) =>
        text.Length <= max ? text : text[..Before(text, max - 1)] + Sign;

    /// <summary>Keeps both ends, for paths, hosts and ids.</summary>
    public static string Middle(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var head = Before(text, max / 2);
        var tail = text.Length - (max - 1 - (max / 2));
        if (tail < text.Length && char.IsLowSurrogate(text[tail]))
        {
            tail++;
        }

        return string.Concat(text.AsSpan(0, head), Sign, text.AsSpan(tail));
    }

    private static int Before(string text, int length) =>
        length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
}
