using System.Text;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Files;

/// <summary>The beginning of a text file, with what looks like a secret masked.</summary>
/// <param name="Cut">True when the file is longer.</param>
public sealed record FileText(string Text, bool Cut)
{
    /// <summary>At most <see cref="FilePreview.MaxTextLength"/> bytes, read as UTF-8 (or UTF-16 with a byte order mark).</summary>
    public static async Task<FileText> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[FilePreview.MaxTextLength];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var cut = length == buffer.Length && content.ReadByte() >= 0;
        using var reader = new StreamReader(new MemoryStream(buffer, 0, length), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return new(SecretMask.Printed(await reader.ReadToEndAsync(cancellationToken)), cut);
    }
}
