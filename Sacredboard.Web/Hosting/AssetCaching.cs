namespace Sacredboard.Web.Hosting;

/// <summary>
/// Files of wwwroot: for a year without asking when their address holds the hash of their content (<c>asp-append-version</c>),
/// otherwise (scripts that scripts import) asked for anew each time and answered with 304.
/// </summary>
public static class AssetCaching
{
    public static StaticFileOptions StaticFiles => new()
    {
        OnPrepareResponse = static file =>
            file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v")
                ? "public, max-age=31536000, immutable"
                : "public, no-cache",
    };
}
