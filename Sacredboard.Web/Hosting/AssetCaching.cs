namespace Sacredboard.Web.Hosting;

/// <summary>
/// Caching of wwwroot: a year without revalidation for addresses with the hash of the content (<c>asp-append-version</c>, and the chunks
/// of bundled scripts); others (scripts as written, imported by scripts) are revalidated each time and answered with 304.
/// </summary>
public static class AssetCaching
{
    public static StaticFileOptions StaticFiles => new()
    {
        OnPrepareResponse = static file =>
            file.Context.Response.Headers.CacheControl = IsNamedByContent(file.Context.Request)
                ? "public, max-age=31536000, immutable"
                : "public, no-cache",
    };

    private static bool IsNamedByContent(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/js/chunks");
}
