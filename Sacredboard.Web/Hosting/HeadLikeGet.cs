using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;

namespace Sacredboard.Web.Hosting;

/// <summary>Lets every GET action answer HEAD; the server omits the body.</summary>
public sealed class HeadLikeGet : IActionModelConvention
{
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    public void Apply(ActionModel action)
    {
        foreach (var selector in action.Selectors)
        {
            var constraint = selector.ActionConstraints.OfType<HttpMethodActionConstraint>().SingleOrDefault();
            if (constraint?.HttpMethods.Single() == HttpMethods.Get)
            {
                selector.ActionConstraints.Remove(constraint);
                selector.ActionConstraints.Add(new HttpMethodActionConstraint(GetAndHead));
                selector.EndpointMetadata.Remove(selector.EndpointMetadata.OfType<HttpMethodMetadata>().SingleOrDefault()!);
                selector.EndpointMetadata.Add(new HttpMethodMetadata(GetAndHead));
            }
        }
    }
}
