using System.Text;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Files;

/// <summary>The beginning of a text file, with what looks like a secret masked.</summary>
public sealed record FileText(string Text) : FileContent
{
    /// <summary>Maximum size of what is shown of a text, in bytes.</summary>
    public const int MaxLength = 5 * 1000 * 1000;

    /// <summary>Maximum size of what is compared of a text, in bytes.</summary>
    public const int MaxCompared = 1000 * 1000;

    /// <summary>Scripts highlight no more than so many characters: longer texts would hold up the page.</summary>
    private const int MaxHighlighted = 300_000;

    // Each has a link in the page; the lines of longer texts have plain numbers.
    private const int MaxLinked = 20_000;

    /// <summary>How highlight.js calls its language; null for none.</summary>
    public string? Language { get; init; }

    /// <summary>What a script is to highlight; null for nothing.</summary>
    public string? Highlighted => Text.Length <= MaxHighlighted ? Language : null;

    /// <summary>How many lines it has; a line end at its end begins no other.</summary>
    public int Lines => Text.AsSpan().Count('\n') + (Text.EndsWith('\n') || Text.Length == 0 ? 0 : 1);

    public int LinkedLines => Math.Min(Lines, MaxLinked);

    /// <summary>At most <paramref name="max"/> bytes, read as UTF-8 (or UTF-16 with a byte order mark).</summary>
    public static async Task<FileText> ReadAsync(Stream content, int max, CancellationToken cancellationToken)
    {
        var (buffer, length) = await BeginningAsync(content, max, cancellationToken);
        var cut = length == max && await content.ReadAsync(new byte[1], cancellationToken) > 0;
        return new FileText(SecretMask.Printed(await DecodeAsync(buffer, length, cancellationToken))) { Cut = cut };
    }

    /// <summary>Whether it looks like text: no NUL at its beginning, and (but for its last character) UTF-8 without a fault.</summary>
    public static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellationToken)
    {
        var (buffer, length) = await BeginningAsync(content, 4096, cancellationToken);
        content.Position = 0;
        var start = buffer.AsSpan(0, length);
        return !start.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(WithoutLastCharacter(start));
    }

    private static ReadOnlySpan<byte> WithoutLastCharacter(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        while (end > 0 && text.Length - end < 3 && (text[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        return end > 0 && text[end - 1] >= 0xC0 ? text[..(end - 1)] : text;
    }

    private static async Task<(byte[] Buffer, int Length)> BeginningAsync(Stream content, int max, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(max, Math.Max(0, content.Length - content.Position))];
        return (buffer, await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
    }

    private static async Task<string> DecodeAsync(byte[] buffer, int length, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(new MemoryStream(buffer, 0, length), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
