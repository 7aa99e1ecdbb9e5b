using Microsoft.Extensions.Primitives;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// What a TensorBoard's pages may do in the browser. They stand on the dashboard's own origin and run scripts over data that
/// anybody may have written: so they may ask only below their own path, post only there, and have no hold on the dashboard's pages.
/// </summary>
internal static class TensorBoardPolicy
{
    /// <summary>All from here, as TensorBoard needs it.</summary>
    private const string OwnOrigin =
        "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        + "frame-ancestors 'self'; base-uri 'self'; object-src 'none'";

    /// <summary>For what comes without a policy of TensorBoard's own, which only its pages have: files, and scripts of workers.</summary>
    private const string OtherContent = "script-src 'self' 'unsafe-eval'";

    /// <param name="headers">Of the answer; TensorBoard's own policy is in force too.</param>
    /// <param name="path">Where the browser sees it.</param>
    public static void Set(IHeaderDictionary headers, PathString path)
    {
        // Any host, since the one before names this host, and a proxy in front may call it otherwise; but only this path.
        var below = $"*:*{path.ToUriComponent().Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)}/";
        var onlyBelow = $"connect-src {below}; frame-src {below}; form-action {below}";
        var own = headers.ContentSecurityPolicy;
        headers.ContentSecurityPolicy = StringValues.Concat(own.Count > 0 ? own : OtherContent, new StringValues([OwnOrigin, onlyBelow]));
        // Other than the dashboard's pages: one that is opened from here cannot be reached into.
        headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
    }
}
