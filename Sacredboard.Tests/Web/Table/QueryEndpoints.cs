using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Table;

/// <summary>An action of a board that takes a query.</summary>
/// <param name="Path">Its address, without parameters other than the group that some need.</param>
/// <param name="Answers">Its answer is the result of the query; others only help to write it.</param>
internal sealed record QueryEndpoint(string Path, bool Answers)
{
    /// <summary>Curves of the runs that a query finds. Its other parameters are those of charts, so it is not among all.</summary>
    public static readonly QueryEndpoint Curves = new("api/v1/samples/curves?metric=loss", true);

    /// <summary>The runs that a query finds, side by side; likewise.</summary>
    public static readonly QueryEndpoint Comparison = new("api/v1/samples/compare", true);

    public string With(string parameters) => $"{Path}{(Path.Contains('?') ? '&' : '?')}{parameters}";

    public override string ToString() => Path;

    /// <summary>All of them, found by the parameters of actions, so that a new one is tested too.</summary>
    public static IReadOnlyList<QueryEndpoint> Of(SamplesBoard board) =>
    [
        .. from action in board.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
               .OfType<ControllerActionDescriptor>()
           let answers = action.Parameters.Any(parameter => parameter.ParameterType == typeof(TableRequest))
           where action.AttributeRouteInfo!.Template is not ("api/v1/{source}/curves" or "api/v1/{source}/compare")
           where answers || action.Parameters.Any(parameter => parameter.Name == "q")
           let endpoint = new QueryEndpoint(PathOf(action.AttributeRouteInfo!.Template!), answers)
           orderby endpoint.Path
           select endpoint,
    ];

    /// <summary>Those whose answers are no pages, of another source than the samples.</summary>
    public static IReadOnlyList<QueryEndpoint> ForScripts(SamplesBoard board, string source) =>
    [
        .. Of(board).Prepend(Comparison).Prepend(Curves)
            .Where(endpoint => endpoint.Path.StartsWith("api/", StringComparison.Ordinal) || endpoint.Path.Contains('.'))
            .Select(endpoint => endpoint with { Path = endpoint.Path.Replace("samples", source, StringComparison.Ordinal) }),
    ];

    private static string PathOf(string template) =>
        template.Replace("{source}", "samples", StringComparison.Ordinal)
        + (template.Contains("groups", StringComparison.Ordinal) ? "?group=status" : "");
}
