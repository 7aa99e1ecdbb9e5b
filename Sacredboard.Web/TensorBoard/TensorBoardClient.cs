using System.Net;

namespace Sacredboard.Web.TensorBoard;

/// <summary>The client by which all TensorBoards are asked: what it is told goes to them and comes back as it is.</summary>
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
