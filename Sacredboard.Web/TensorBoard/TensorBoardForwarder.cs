using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Forwards requests to a TensorBoard.</summary>
public sealed class TensorBoardForwarder(IHttpForwarder forwarder, TensorBoards boards)
{
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(100) };

    /// <param name="context">The request.</param>
    /// <param name="instance">The TensorBoard to ask.</param>
    /// <param name="here">Its path in the browser, without the sub-url.</param>
    /// <param name="rest">The path below that, from its slash on.</param>
    /// <returns>False when it is not running or does not answer; nothing was sent then.</returns>
    public async Task<bool> ForwardAsync(HttpContext context, TensorBoardInstance instance, PathString here, PathString rest)
    {
        if (instance.Destination is not { } destination)
        {
            return false;
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } errorPages)
        {
            // TensorBoard's own error pages are passed on.
            errorPages.Enabled = false;
        }

        using var use = instance.Use();
        var transformer = new TensorBoardTransformer(destination, context.Request.PathBase + here, rest);
        var error = await forwarder.SendAsync(context, destination, boards.Http, Config, transformer, context.RequestAborted);
        return error == ForwarderError.None || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested;
    }

    /// <summary>
    /// Whether a request may be forwarded: no websocket, and state-changing methods only from TensorBoard's own pages, which browsers
    /// tell by Sec-Fetch-Site. TensorBoard has no antiforgery token.
    /// </summary>
    public static bool IsAllowed(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest != true
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            || context.Request.Headers["Sec-Fetch-Site"].ToString() == "same-origin");
}
