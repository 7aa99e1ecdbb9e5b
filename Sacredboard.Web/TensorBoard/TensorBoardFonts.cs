using System.Net.Http.Headers;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// TensorBoard's page asks for its fonts at the root of the site, whatever <c>--path_prefix</c> says (so 2.21): outside of where it is
/// shown, and behind a sub-url not even at this dashboard. Here its page is told where they are.
/// </summary>
internal static class TensorBoardFonts
{
    private const string AtRoot = "url(/font-roboto/";
    private const string Beside = "url(font-roboto/";
    private const long MaxPage = 8 * 1024 * 1024;

    /// <summary>Sends the page with its fonts in place; false when the answer is none that has them, and nothing was sent.</summary>
    public static async Task<bool> TryWriteAsync(HttpContext context, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !answer.IsSuccessStatusCode || !IsPlainPage(answer.Content.Headers))
        {
            return false;
        }

        var page = await answer.Content.ReadAsStringAsync(cancellationToken);
        context.Response.ContentLength = null;
        await context.Response.WriteAsync(page.Replace(AtRoot, Beside, StringComparison.Ordinal), cancellationToken);
        return true;
    }

    private static bool IsPlainPage(HttpContentHeaders headers) =>
        headers.ContentType is { MediaType: "text/html" }
        && headers.ContentEncoding.All(encoding => encoding == "identity")
        && headers.ContentLength is null or <= MaxPage;
}
