using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Forwarder;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// Filters the headers between a browser and a TensorBoard: no cookie, password or client address reaches it, and none of its own
/// cookies or permissions come back.
/// </summary>
/// <param name="destination">Base address of TensorBoard, including its secret path.</param>
/// <param name="here">Its path in the browser, without a trailing slash.</param>
/// <param name="rest">The requested path below that.</param>
internal sealed class TensorBoardTransformer(string destination, PathString here, PathString rest) : HttpTransformer
{
    private static readonly FrozenSet<string> RequestHeaderNames = FrozenSet.ToFrozenSet(
        [
            HeaderNames.Accept, HeaderNames.AcceptEncoding, HeaderNames.AcceptLanguage, HeaderNames.ContentType, HeaderNames.ContentLength,
            HeaderNames.ContentEncoding, HeaderNames.IfModifiedSince, HeaderNames.IfNoneMatch, HeaderNames.IfRange, HeaderNames.Range,
            HeaderNames.UserAgent, HeaderNames.TransferEncoding, "X-TensorBoard-Feature-Flags", "X-XSRF-Protected",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ResponseHeaderNames = FrozenSet.ToFrozenSet(
        [
            HeaderNames.CacheControl, HeaderNames.ContentDisposition, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage,
            HeaderNames.ContentLength,
            HeaderNames.ContentRange, HeaderNames.ContentSecurityPolicy, HeaderNames.ContentType, HeaderNames.AcceptRanges,
            HeaderNames.ETag,
            HeaderNames.Expires, HeaderNames.LastModified, HeaderNames.Location, HeaderNames.Vary,
        ],
        StringComparer.OrdinalIgnoreCase);

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        RemoveAllBut(RequestHeaderNames, proxyRequest.Headers);
        if (proxyRequest.Content is { } content)
        {
            RemoveAllBut(RequestHeaderNames, content.Headers);
        }

        proxyRequest.RequestUri = RequestUtilities.MakeDestinationAddress(destination, rest, httpContext.Request.QueryString);
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext,
        HttpResponseMessage? proxyResponse,
        CancellationToken cancellationToken)
    {
        if (proxyResponse is null)
        {
            return false;
        }

        await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        var headers = httpContext.Response.Headers;
        foreach (var name in headers.Keys.Where(name => !ResponseHeaderNames.Contains(name)).ToList())
        {
            headers.Remove(name);
        }

        if (headers.Location.ToString() is { Length: > 0 } location && !TryTranslate(location, headers))
        {
            headers.Remove(HeaderNames.Location);
        }

        TensorBoardPolicy.Set(headers, here);
        return !await TensorBoardFonts.TryWriteAsync(httpContext, proxyResponse, cancellationToken);
    }

    private bool TryTranslate(string location, IHeaderDictionary headers)
    {
        var root = new Uri(destination + "/");
        if (!Uri.TryCreate(root, location, out var target) || !target.AbsoluteUri.StartsWith(root.AbsoluteUri, StringComparison.Ordinal))
        {
            return false;
        }

        headers.Location = $"{here.ToUriComponent()}/{target.AbsoluteUri[root.AbsoluteUri.Length..]}";
        return true;
    }

    private static void RemoveAllBut(FrozenSet<string> kept, System.Net.Http.Headers.HttpHeaders headers)
    {
        foreach (var name in headers.NonValidated.Select(header => header.Key).Where(name => !kept.Contains(name)).ToList())
        {
            headers.Remove(name);
        }
    }
}
