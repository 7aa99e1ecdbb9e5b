using System.Buffers;
using System.Net.Http.Headers;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// TensorBoard's page requests its fonts at the root of the site, ignoring <c>--path_prefix</c> (2.21): outside of the path where it
/// is shown, and behind a sub-url even outside of the dashboard. This rewrites their URLs in the page.
/// </summary>
internal static class TensorBoardFonts
{
    private const int MaxPageBytes = 8 * 1024 * 1024;

    private static ReadOnlySpan<byte> RootFontUrl => "url(/font-roboto/"u8;

    /// <summary>Sends the page with corrected font URLs; false, with nothing sent, when the answer is not such a page.</summary>
    public static async Task<bool> TryWriteAsync(HttpContext context, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var headers = answer.Content.Headers;
        if (!HttpMethods.IsGet(context.Request.Method) || !answer.IsSuccessStatusCode || !IsPlainPage(headers))
        {
            return false;
        }

        var length = (int)headers.ContentLength!.Value;
        var page = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
            await content.ReadExactlyAsync(page.AsMemory(0, length), cancellationToken);
            var kept = MoveFonts(page.AsSpan(0, length));
            context.Response.ContentLength = kept;
            await context.Response.Body.WriteAsync(page.AsMemory(0, kept), cancellationToken);
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(page);
        }
    }

    /// <summary>Removes the leading slash of font URLs, in place.</summary>
    /// <returns>The new length of the page.</returns>
    internal static int MoveFonts(Span<byte> page)
    {
        var (read, written) = (0, 0);
        while (page[read..].IndexOf(RootFontUrl) is var next and >= 0)
        {
            var slash = next + RootFontUrl.IndexOf((byte)'/');
            page.Slice(read, slash).CopyTo(page[written..]);
            written += slash;
            read += slash + 1;
        }

        page[read..].CopyTo(page[written..]);
        return written + page.Length - read;
    }

    private static bool IsPlainPage(HttpContentHeaders headers) =>
        headers.ContentType is { MediaType: "text/html" }
        && headers.ContentEncoding.All(encoding => encoding == "identity")
        && headers.ContentLength is > 0 and <= MaxPageBytes;
}
