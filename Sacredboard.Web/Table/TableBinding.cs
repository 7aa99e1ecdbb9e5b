using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Table;

/// <summary>Binds a <see cref="TableRequest"/> from the route's source and the parameters of the address.</summary>
public sealed class TableBinding : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var http = bindingContext.HttpContext;
        if (http.FindSource() is { } source)
        {
            var request = new TableRequest(source, new(http.Request.PathBase, source), http.Request.Query);
            bindingContext.ValidationState[request] = new ValidationStateEntry { SuppressValidation = true };
            bindingContext.Result = ModelBindingResult.Success(request);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Binds parameters of the type <see cref="TableRequest"/> without an attribute.</summary>
public sealed class TableBindingProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(TableRequest) ? new BinderTypeModelBinder(typeof(TableBinding)) : null;
}
