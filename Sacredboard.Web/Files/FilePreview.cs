using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Files;

public enum FilePreviewKind
{
    /// <summary>Download only.</summary>
    None,
    Image,
    Text,
}

/// <summary>
/// Whether the browser may show a file, and as what. Only harmless kinds are allowed: pictures that cannot hold scripts, and text
/// that is served as plain text. HTML, SVG and PDF can run code, so they are downloads.
/// </summary>
/// <param name="ContentType">The type in the response; never the stored one.</param>
public sealed record FilePreview(FilePreviewKind Kind, string ContentType)
{
    /// <summary>Maximum size of a shown text, in bytes.</summary>
    public const int MaxTextLength = 1024 * 1024;

    public static readonly FilePreview None = new(FilePreviewKind.None, "application/octet-stream");

    private static readonly FilePreview Text = new(FilePreviewKind.Text, "text/plain; charset=utf-8");

    private static readonly Dictionary<string, FilePreview> ByExtension = Known(
        [(".png", "image/png"), (".jpg", "image/jpeg"), (".jpeg", "image/jpeg"), (".gif", "image/gif"), (".webp", "image/webp")],
        [
            ".txt", ".log", ".out", ".err", ".csv", ".tsv", ".json", ".jsonl", ".py", ".pyx", ".ipynb", ".md", ".rst", ".yaml", ".yml",
            ".toml", ".ini", ".cfg", ".conf", ".sh", ".sql", ".tex", ".c", ".cpp", ".h", ".cu", ".r", ".jl", ".diff", ".patch",
        ]);

    private static readonly Dictionary<string, FilePreview> ByContentType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/png"] = ByExtension[".png"],
        ["image/jpeg"] = ByExtension[".jpg"],
        ["image/gif"] = ByExtension[".gif"],
        ["image/webp"] = ByExtension[".webp"],
        ["text/plain"] = Text,
        ["text/csv"] = Text,
        ["text/x-python"] = Text,
        ["text/markdown"] = Text,
        ["application/json"] = Text,
    };

    /// <summary>By the extension of the name, or by the stored content type when there is no extension.</summary>
    public static FilePreview Of(RunFile file)
    {
        var extension = System.IO.Path.GetExtension(file.Name);
        return extension.Length > 1
            ? ByExtension.GetValueOrDefault(extension, None)
            : ByContentType.GetValueOrDefault(file.ContentType?.Split(';')[0].Trim() ?? "", None);
    }

    private static Dictionary<string, FilePreview> Known((string Extension, string ContentType)[] images, string[] texts)
    {
        var known = new Dictionary<string, FilePreview>(StringComparer.OrdinalIgnoreCase);
        foreach (var (extension, contentType) in images)
        {
            known[extension] = new(FilePreviewKind.Image, contentType);
        }

        foreach (var extension in texts)
        {
            known[extension] = Text;
        }

        return known;
    }
}
