using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Sacredboard.Web.Sources;

/// <summary>Gives an action its <see cref="Source"/> by the route's <c>{source}</c>, and answers 404 where there is none of that name.</summary>
public sealed class SourceBinding(SourceRegistry sources) : IModelBinder, IResourceFilter
{
    public const string RouteKey = "source";

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.RouteData.Values.TryGetValue(RouteKey, out var name) && sources.Find(name as string) is null)
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ActionContext.RouteData.Values[RouteKey] as string;
        bindingContext.Result = sources.Find(name) is { } source
            ? ModelBindingResult.Success(source)
            : ModelBindingResult.Failed();
        return Task.CompletedTask;
    }
}

/// <summary>Lets every action have a parameter of the type <see cref="Source"/> without an attribute.</summary>
public sealed class SourceBindingProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(Source) ? new BinderTypeModelBinder(typeof(SourceBinding)) : null;
}
