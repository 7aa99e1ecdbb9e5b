namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Recognizes the type of a picture by its first bytes: logs are untrusted, and only these types are shown.</summary>
public static class PictureType
{
    /// <summary>The content type; null unless it is PNG, JPEG, GIF or WebP.</summary>
    public static string? Of(ReadOnlySpan<byte> picture) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? "image/png"
        : picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : picture.StartsWith("GIF87a"u8) || picture.StartsWith("GIF89a"u8) ? "image/gif"
        : picture.Length >= 12 && picture.StartsWith("RIFF"u8) && picture[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
