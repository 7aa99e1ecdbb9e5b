using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Refuses a body that is said to be too large before anything reads it. Whoever reads a form would take the refusal for a broken form.
/// </summary>
public static class BodyLimit
{
    public const long MaxBytes = 1024 * 1024;

    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // The page about it has the same request.
        if (context.Request.ContentLength > Max(context) && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });

    // Routing has set that of the action, if it has one of its own.
    private static long? Max(HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
}
