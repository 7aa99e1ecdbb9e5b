using Microsoft.Net.Http.Headers;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Sets headers on every response, including errors, redirects, files and refused hosts; therefore it comes before all other
/// middleware.
/// </summary>
public sealed class ResponseHeaders : IStartupFilter
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The policy for content of a run that is served as it is: it may do nothing and may not be framed.</summary>
    public const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    /// <summary>The policy for the page of a file, which may show it in a frame or play it.</summary>
    public const string WithFiles = ContentSecurityPolicy + "; frame-src 'self'; media-src 'self'";

    /// <summary>The policy for a page or drawing of a run: as it was written, on an origin of its own, without scripts.</summary>
    public const string Shown =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'";

    /// <summary>The policy for a PDF, which browsers show by an object of their own that a sandbox would forbid.</summary>
    public const string Pdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    /// <summary>Set by the antiforgery service on every page with a form.</summary>
    private const string ForgeryCacheControl = "no-cache, no-store";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, nextInLine) =>
        {
            // In OnStarting, because the error page clears headers that were set before.
            context.Response.OnStarting(static response => Set((HttpResponse)response), context.Response);
            return nextInLine(context);
        });
        next(app);
    };

    private static Task Set(HttpResponse response)
    {
        var headers = response.Headers;
        // An action may have set a stricter policy, such as a sandbox for a preview.
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (response.ContentType is null)
        {
            // There is nothing to cache or show, and polling responses stay small.
            return Task.CompletedTask;
        }

        if (headers.CacheControl == ForgeryCacheControl)
        {
            // Pages with a form may be restored on going back too: their token belongs to this browser.
            headers.Remove(HeaderNames.CacheControl);
            headers.Remove(HeaderNames.Pragma);
        }

        // Only URLs with a content hash may be cached without revalidation; see AssetCaching.
        headers.TryAdd(HeaderNames.CacheControl, "private, no-cache");
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // TensorBoard's pages must not access the dashboard's pages, so theirs differs.
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        return Task.CompletedTask;
    }
}
