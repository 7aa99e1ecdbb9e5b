using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Sacredboard.Web.Charts;

namespace Sacredboard.Web.Hosting;

/// <summary>Configures the API's JSON and its description.</summary>
public static class ApiHost
{
    /// <summary>Values nest at most 500 levels.</summary>
    private const int MaxDepth = 1000;

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<SeriesCache>();
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(json => Configure(json.JsonSerializerOptions));
        // The OpenAPI document derives from these options, and describes numbers as numbers only.
        services.Configure<JsonOptions>(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi("v1", ApiDescription.Configure);
    }

    private static void Configure(JsonSerializerOptions json)
    {
        json.MaxDepth = MaxDepth;
        json.NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals;
        json.Converters.Add(new AnyTextConverter());
    }
}
