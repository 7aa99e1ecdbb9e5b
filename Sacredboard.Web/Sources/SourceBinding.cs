using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Sacredboard.Web.Sources;

/// <summary>
/// Finds the <see cref="Source"/> of the route's <c>{source}</c>, for pages and API alike, and answers 404 where there is none of that
/// name.
/// </summary>
public sealed class SourceBinding(SourceRegistry sources) : IModelBinder, IAsyncResourceFilter
{
    public const string RouteKey = "source";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (context.RouteData.Values.TryGetValue(RouteKey, out var name))
        {
            await FindAsync(context, name as string);
        }

        if (context.Result is null)
        {
            await next();
        }
    }

    private async Task FindAsync(ResourceExecutingContext context, string? name)
    {
        if (sources.Find(name) is { } source)
        {
            await source.VisitAsync(context.HttpContext.RequestAborted);
            context.HttpContext.Features.Set(source);
            context.Result = OwnAddress(context, source);
        }
        else
        {
            context.Result = IsBeginning(context, name)
                ? new RedirectResult(context.HttpContext.Request.PathBase + "/")
                : new NotFoundResult();
        }
    }

    // A database is called by the name of its place until it is known what is in it.
    private bool IsBeginning(ResourceExecutingContext context, string? name) =>
        HttpMethods.IsGet(context.HttpContext.Request.Method)
        && !context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && sources.All.Any(source => source.Name.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase));

    // Of runs of several sources together, only what a row expands to has an address here.
    private static RedirectResult? OwnAddress(ResourceExecutingContext context, Source source)
    {
        var request = context.HttpContext.Request;
        return source.Joined is not null
            && context.RouteData.Values.TryGetValue("id", out var id)
            && context.RouteData.Values["action"] as string is not "Row"
            && new SourceUrls(request.PathBase, source) is var urls
            && urls.TryParse(id as string, out var run)
            && source.Joined.Split(run) is var (member, own)
                ? new RedirectResult(
                    request.PathBase
                    + request.Path.Value!.Replace(
                        $"/{source.Name}/runs/{id}",
                        $"/{member.Name}/runs/{own.ToSegment(member.Source.Info.IdsAreText)}",
                        StringComparison.OrdinalIgnoreCase)
                    + request.QueryString,
                    permanent: false,
                    preserveMethod: true)
                : null;
    }

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (bindingContext.HttpContext.FindSource() is { } source)
        {
            // It is ours, not the client's: validated, MVC would walk through all of its runs with every request.
            bindingContext.ValidationState[source] = new ValidationStateEntry { SuppressValidation = true };
            bindingContext.Result = ModelBindingResult.Success(source);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Lets every action have a parameter of the type <see cref="Source"/> without an attribute.</summary>
public sealed class SourceBindingProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(Source) ? new BinderTypeModelBinder(typeof(SourceBinding)) : null;
}

public static class RequestedSource
{
    /// <summary>The source that the request's route names; null where it names none.</summary>
    public static Source? FindSource(this HttpContext context) => context.Features.Get<Source>();
}
