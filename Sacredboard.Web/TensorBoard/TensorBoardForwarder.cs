using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Passes requests on to a TensorBoard, and its answers back.</summary>
public sealed class TensorBoardForwarder(IHttpForwarder forwarder, TensorBoards boards)
{
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromSeconds(100) };

    /// <param name="context">The request.</param>
    /// <param name="instance">Whom to ask.</param>
    /// <param name="here">Where the browser sees it, without the sub-url.</param>
    /// <param name="rest">What to ask, from a slash on.</param>
    /// <returns>False when it does not run or does not answer; nothing is answered then.</returns>
    public async Task<bool> ForwardAsync(HttpContext context, TensorBoardInstance instance, PathString here, PathString rest)
    {
        if (instance.Destination is not { } destination)
        {
            return false;
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } errorPages)
        {
            // Its own words about what it has not.
            errorPages.Enabled = false;
        }

        using var use = instance.Use();
        var transformer = new TensorBoardTransformer(destination, context.Request.PathBase + here, rest);
        var error = await forwarder.SendAsync(context, destination, boards.Http, Config, transformer, context.RequestAborted);
        return error == ForwarderError.None || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested;
    }

    /// <summary>
    /// Whether it is a request that may be passed on: no websocket, and of those that carry something only what TensorBoard's own pages
    /// send. Browsers say so themselves; a token, which TensorBoard does not have, is not needed then.
    /// </summary>
    public static bool IsAllowed(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest != true
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            || context.Request.Headers["Sec-Fetch-Site"].ToString() == "same-origin");
}
