namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// Distinguishes the page about a TensorBoard, <c>…/tensorboard</c>, from TensorBoard itself, <c>…/tensorboard/</c>, which routing
/// treats as the same path.
/// </summary>
public sealed class PageConstraint : IRouteConstraint
{
    public const string Name = "page";

    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection) =>
        httpContext?.Request.Path.Value?.EndsWith('/') != true;
}
