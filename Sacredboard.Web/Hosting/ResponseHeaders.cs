using Microsoft.Net.Http.Headers;

namespace Sacredboard.Web.Hosting;

/// <summary>Headers on every answer, also on errors, redirects, files and refused hosts: so it stands before everything else.</summary>
public sealed class ResponseHeaders : IStartupFilter
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>The policy for what comes out of a run and is shown as it is: it can do nothing, and is framed nowhere.</summary>
    public const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    /// <summary>What the antiforgery service sets on every page with a form.</summary>
    private const string ForgeryCacheControl = "no-cache, no-store";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, nextInLine) =>
        {
            // On starting, because the error page clears what was set before.
            context.Response.OnStarting(static response => Set((HttpResponse)response), context.Response);
            return nextInLine(context);
        });
        next(app);
    };

    private static Task Set(HttpResponse response)
    {
        var headers = response.Headers;
        // An action may have set a stricter policy: a preview in a sandbox.
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, ContentSecurityPolicy);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (response.ContentType is null)
        {
            // Nothing to keep or to show; and the answer to a poll stays small.
            return Task.CompletedTask;
        }

        if (headers.CacheControl == ForgeryCacheControl)
        {
            // So that a page with a form, too, comes back as it was left when somebody goes back: its token is that of this browser.
            headers.Remove(HeaderNames.CacheControl);
            headers.Remove(HeaderNames.Pragma);
        }

        // Only what is named by its content may be kept without asking; see AssetCaching.
        headers.TryAdd(HeaderNames.CacheControl, "private, no-cache");
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // TensorBoard's pages must not be able to reach into the dashboard's, so they have another.
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        return Task.CompletedTask;
    }
}
