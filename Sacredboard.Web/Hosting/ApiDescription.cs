using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Hosting;

/// <summary>Adds to the OpenAPI document what the controllers do not say.</summary>
internal static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Sacredboard",
                Version = "v1",
                Description =
                    "Runs recorded by Sacred, as JSON. Everything is read, nothing is ever changed. Numbers that are not finite are the "
                        + "texts "
                    + "\"NaN\", \"Infinity\" and \"-Infinity\"; times are ISO 8601 in UTC; errors are application/problem+json. Names "
                        + "are only ever added.",
            };
            // Without servers, URLs are relative to where the document was fetched: behind a proxy the server does not know its own
            // address.
            document.Servers?.Clear();
            foreach (var path in document.Paths.Values)
            {
                path.Operations?.Remove(HttpMethod.Head);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            DescribeSource(operation);
            DescribeErrors(operation);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(StoredValue))
            {
                // Whether it may be null is described where it is used.
                schema.Type =
                    JsonSchemaType.Object | JsonSchemaType.Array | JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean;
                schema.Description = "Any JSON.";
            }

            return Task.CompletedTask;
        });
    }

    private static void DescribeSource(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name == "source") ?? [])
        {
            parameter.Description = "The name of a source, see /api/v1/sources.";
        }
    }

    private static void DescribeErrors(OpenApiOperation operation)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = status switch
            {
                "200" => "The answer.",
                "304" => "Nothing has changed since the answer whose ETag was sent.",
                "400" => "A parameter cannot be read: parameter names it, position is the place of the fault, from 0.",
                "404" => "There is no such source, run or metric.",
                "503" => "The storage does not answer, since the time that since says.",
                _ => response.Description,
            };
        }
    }
}
