using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Table;

/// <summary>An action of a board that takes a query.</summary>
/// <param name="Path">Its address, without parameters, but for the group that some must have.</param>
/// <param name="Answers">It answers the query; others only help to write it.</param>
internal sealed record QueryEndpoint(string Path, bool Answers)
{
    public string With(string parameters) => $"{Path}{(Path.Contains('?') ? '&' : '?')}{parameters}";

    public override string ToString() => Path;

    /// <summary>All there are, found by the parameters of actions, so that a new one is walked too.</summary>
    public static IReadOnlyList<QueryEndpoint> Of(SamplesBoard board) =>
    [
        .. board.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .Where(action => action.Parameters.Any(parameter => parameter.ParameterType == typeof(TableRequest) || parameter.Name == "q"))
            .Select(action => new QueryEndpoint(PathOf(action.AttributeRouteInfo!.Template!), action.Parameters.Any(parameter => parameter.ParameterType == typeof(TableRequest))))
            .OrderBy(endpoint => endpoint.Path, StringComparer.Ordinal),
    ];

    private static string PathOf(string template) => template.Replace("{source}", "samples", StringComparison.Ordinal) + (template.Contains("groups", StringComparison.Ordinal) ? "?group=status" : "");
}
