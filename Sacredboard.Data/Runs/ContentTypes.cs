namespace Sacredboard.Data.Runs;

/// <summary>Guesses the content type from the file name, for files that are stored without one.</summary>
public static class ContentTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".avi"] = "video/x-msvideo",
        [".bmp"] = "image/bmp",
        [".cfg"] = "text/plain",
        [".csv"] = "text/csv",
        [".gif"] = "image/gif",
        [".gz"] = "application/gzip",
        [".htm"] = "text/html",
        [".html"] = "text/html",
        [".ini"] = "text/plain",
        [".ipynb"] = "application/x-ipynb+json",
        [".jpeg"] = "image/jpeg",
        [".jpg"] = "image/jpeg",
        [".js"] = "text/javascript",
        [".json"] = "application/json",
        [".jsonl"] = "application/jsonl",
        [".log"] = "text/plain",
        [".md"] = "text/markdown",
        [".mp3"] = "audio/mpeg",
        [".mp4"] = "video/mp4",
        [".npy"] = "application/x-npy",
        [".npz"] = "application/x-npz",
        [".ogg"] = "audio/ogg",
        [".parquet"] = "application/vnd.apache.parquet",
        [".pdf"] = "application/pdf",
        [".png"] = "image/png",
        [".py"] = "text/x-python",
        [".pyx"] = "text/x-cython",
        [".rst"] = "text/x-rst",
        [".sh"] = "text/x-sh",
        [".svg"] = "image/svg+xml",
        [".tar"] = "application/x-tar",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".toml"] = "application/toml",
        [".tsv"] = "text/tab-separated-values",
        [".txt"] = "text/plain",
        [".wav"] = "audio/wav",
        [".webm"] = "video/webm",
        [".webp"] = "image/webp",
        [".xml"] = "application/xml",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".zip"] = "application/zip",
    };

    /// <summary>The content type by file name extension; <see cref="Unknown"/> for an unknown extension.</summary>
    public static string Guess(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? Unknown : ByExtension.GetValueOrDefault(name[dot..], Unknown);
    }
}
