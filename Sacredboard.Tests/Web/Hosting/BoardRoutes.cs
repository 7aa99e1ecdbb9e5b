using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>All routes of a board.</summary>
internal static class BoardRoutes
{
    public static IEnumerable<RouteEndpoint> Endpoints(this SamplesBoard board) =>
        board.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>An address for each route, with values that exist where possible.</summary>
    public static IEnumerable<string> Routes(this SamplesBoard board) => board.Endpoints().Select(PathOf);

    public static string PathOf(RouteEndpoint endpoint) => string.Join('/', endpoint.RoutePattern.PathSegments.Select(Segment));

    private static string Segment(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "source" } => "samples",
        RoutePatternParameterPart { Name: "id" } => "1",
        RoutePatternParameterPart { Name: "tab" } => "metrics",
        RoutePatternParameterPart { Name: "status" } => "500",
        _ => "x",
    }));
}
