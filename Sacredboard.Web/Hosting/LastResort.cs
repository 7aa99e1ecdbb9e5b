using System.Net.Mime;
using Microsoft.AspNetCore.WebUtilities;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Answers in plain words when even the page about an error could not be made: it needs views and assets, and one of them may be what
/// failed. The error was logged where it was first caught.
/// </summary>
public static class LastResort
{
    public static void UseLastResort(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var status = Errors.StatusOf(exception);
            context.Response.Clear();
            context.Response.StatusCode = status;
            context.Response.ContentType = MediaTypeNames.Text.Plain;
            await context.Response.WriteAsync(
                $"{status} {ReasonPhrases.GetReasonPhrase(status)}\n\nSacredboard could not make this page. Its log says why.\n",
                context.RequestAborted);
        }
    });
}
