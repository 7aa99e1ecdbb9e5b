using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Refuses a body that is too large before anything reads it. Whoever reads a form would take the refusal for a broken form.
/// </summary>
public static class BodyLimit
{
    public const long MaxBytes = 1024 * 1024;

    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        // The page about it has the same request.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && await IsTooLargeAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    });

    private static async ValueTask<bool> IsTooLargeAsync(HttpContext context)
    {
        var request = context.Request;
        if (Max(context) is not { } max || request.ContentLength is not null)
        {
            return request.ContentLength > Max(context);
        }

        if (max > MaxBytes || context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true })
        {
            return false;
        }

        // It comes in chunks and does not say how long it is.
        try
        {
            request.EnableBuffering((int)max, max);
            await request.Body.DrainAsync(context.RequestAborted);
            request.Body.Position = 0;
            return false;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return true;
        }
    }

    // Routing has set that of the action, if it has one of its own.
    private static long? Max(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
}
