using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Files;

public enum FilePreviewKind
{
    /// <summary>Nothing says what it is: it is shown as text if it is one.</summary>
    Unknown,

    /// <summary>Opening it would run code of the file, or needs the program that wrote it.</summary>
    Closed,

    Image,

    /// <summary>A picture that may hold scripts, which do not run in an <c>img</c>.</summary>
    Drawing,
    Text,
    Table,
    Json,
    Yaml,
    Markdown,
    Page,
    Pdf,
    Audio,
    Video,
    Numpy,
}

/// <summary>
/// As what a file is shown. Whatever it holds, it runs nothing: pages and drawings are sent in a sandbox, all other texts as plain text,
/// and what the browser plays or draws with a type of its own.
/// </summary>
/// <param name="ContentType">The type in the response when it is shown; never the stored one.</param>
/// <param name="Language">How highlight.js calls the language of a text; null for none.</param>
public sealed record FilePreview(FilePreviewKind Kind, string ContentType, string? Language = null)
{
    public const string Bytes = "application/octet-stream";

    private const string PlainText = "text/plain; charset=utf-8";

    private static readonly FilePreview Unknown = new(FilePreviewKind.Unknown, PlainText);

    private static readonly Dictionary<string, FilePreview> ByExtension = new(
        new (FilePreviewKind Kind, string ContentType, string? Language, string Extensions)[]
        {
            (FilePreviewKind.Image, "image/png", null, "png"),
            (FilePreviewKind.Image, "image/jpeg", null, "jpg jpeg"),
            (FilePreviewKind.Image, "image/gif", null, "gif"),
            (FilePreviewKind.Image, "image/webp", null, "webp"),
            (FilePreviewKind.Drawing, "image/svg+xml", "xml", "svg"),
            (FilePreviewKind.Page, "text/html; charset=utf-8", "xml", "html htm"),
            (FilePreviewKind.Pdf, "application/pdf", null, "pdf"),
            (FilePreviewKind.Audio, "audio/mpeg", null, "mp3"),
            (FilePreviewKind.Audio, "audio/ogg", null, "ogg oga"),
            (FilePreviewKind.Audio, "audio/wav", null, "wav"),
            (FilePreviewKind.Audio, "audio/flac", null, "flac"),
            (FilePreviewKind.Video, "video/mp4", null, "mp4 m4v"),
            (FilePreviewKind.Video, "video/webm", null, "webm"),
            (FilePreviewKind.Numpy, Bytes, null, "npy npz"),
            (FilePreviewKind.Closed, Bytes, null,
                "pkl pickle joblib dill pt pth ckpt bin h5 hdf5 keras onnx pb tflite safetensors mar parquet feather arrow mat "
                + "zip gz tar tgz bz2 xz 7z zst whl so pyd dll exe pyc"),
            (FilePreviewKind.Table, PlainText, null, "csv tsv"),
            (FilePreviewKind.Json, PlainText, "json", "json ipynb"),
            (FilePreviewKind.Yaml, PlainText, "yaml", "yaml yml"),
            (FilePreviewKind.Markdown, PlainText, "markdown", "md markdown"),
            (FilePreviewKind.Text, PlainText, null, "txt log out err rst tex jl jsonl"),
            (FilePreviewKind.Text, PlainText, "python", "py pyx pyi"),
            (FilePreviewKind.Text, PlainText, "bash", "sh bash"),
            (FilePreviewKind.Text, PlainText, "ini", "toml ini cfg conf"),
            (FilePreviewKind.Text, PlainText, "cpp", "cpp cc cu cuh hpp h"),
            (FilePreviewKind.Text, PlainText, "c", "c"),
            (FilePreviewKind.Text, PlainText, "r", "r"),
            (FilePreviewKind.Text, PlainText, "sql", "sql"),
            (FilePreviewKind.Text, PlainText, "diff", "diff patch"),
            (FilePreviewKind.Text, PlainText, "javascript", "js mjs"),
            (FilePreviewKind.Text, PlainText, "css", "css"),
            (FilePreviewKind.Text, PlainText, "xml", "xml"),
        }.SelectMany(row => row.Extensions.Split(' ').Select(extension =>
            KeyValuePair.Create("." + extension, new FilePreview(row.Kind, row.ContentType, row.Language)))),
        StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, FilePreview> ByContentType = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/png"] = ByExtension[".png"],
        ["image/jpeg"] = ByExtension[".jpg"],
        ["image/gif"] = ByExtension[".gif"],
        ["image/webp"] = ByExtension[".webp"],
        ["text/plain"] = ByExtension[".txt"],
        ["text/csv"] = ByExtension[".csv"],
        ["text/x-python"] = ByExtension[".py"],
        ["text/markdown"] = ByExtension[".md"],
        ["application/json"] = ByExtension[".json"],
    };

    /// <summary>It can be read as text, whatever else it can be shown as.</summary>
    public bool IsText => Kind is FilePreviewKind.Text or FilePreviewKind.Table or FilePreviewKind.Json or FilePreviewKind.Yaml
        or FilePreviewKind.Markdown or FilePreviewKind.Page or FilePreviewKind.Drawing;

    /// <summary>The browser may show it by its own means.</summary>
    public bool IsInline => Kind is not (FilePreviewKind.Unknown or FilePreviewKind.Closed or FilePreviewKind.Numpy);

    public bool IsPicture => Kind is FilePreviewKind.Image or FilePreviewKind.Drawing;

    /// <summary>The same file as the text that it is written in.</summary>
    public FilePreview AsText() => this with { Kind = FilePreviewKind.Text, ContentType = PlainText };

    /// <summary>By the extension of the name, or by the stored content type when there is no extension.</summary>
    public static FilePreview Of(RunFile file)
    {
        var extension = System.IO.Path.GetExtension(file.Name);
        return extension.Length > 1
            ? ByExtension.GetValueOrDefault(extension, Unknown)
            : ByContentType.GetValueOrDefault(file.ContentType?.Split(';')[0].Trim() ?? "", Unknown);
    }
}
