using System.Net;

namespace Sacredboard.Web.TensorBoard;

/// <summary>The HTTP client for all TensorBoards, set up to pass requests and responses on unchanged.</summary>
internal static class TensorBoardClient
{
    public static HttpMessageInvoker Create() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    });
}
