using Microsoft.Extensions.Primitives;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// Restricts what a TensorBoard's pages may do in the browser. They have the dashboard's origin and run scripts over untrusted data,
/// so they may send requests and forms only below their own path, and have no access to the dashboard's pages.
/// </summary>
internal static class TensorBoardPolicy
{
    /// <summary>TensorBoard needs everything from its own origin.</summary>
    private const string OwnOrigin =
        "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        + "frame-ancestors 'self'; base-uri 'self'; object-src 'none'";

    /// <summary>For content without a policy of TensorBoard's own, which only its pages have: files and worker scripts.</summary>
    private const string OtherContent = "script-src 'self' 'unsafe-eval'";

    /// <param name="headers">Headers of the response; TensorBoard's own policy applies too.</param>
    /// <param name="path">Its path in the browser.</param>
    public static void Set(IHeaderDictionary headers, PathString path)
    {
        // Any host is allowed here, because the policy above names this one and a proxy may use another name; but only this path.
        var below =
            $"*:*{path.ToUriComponent().Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)}/";
        var onlyBelow = $"connect-src {below}; frame-src {below}; form-action {below}";
        var own = headers.ContentSecurityPolicy;
        headers.ContentSecurityPolicy = StringValues.Concat(own.Count > 0 ? own : OtherContent, new StringValues([OwnOrigin, onlyBelow]));
        // Unlike on the dashboard's pages: a page opened from here cannot be accessed.
        headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
    }
}
