using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

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
        if (sources.Find(name) is { } source)
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
