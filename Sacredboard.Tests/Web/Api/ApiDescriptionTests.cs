using System.Text.Json;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

public sealed class ApiDescriptionTests(SamplesBoard board) : IAsyncLifetime
{
    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_addresses_of_the_api_are_described()
    {
        var description = await _api.GetAsync("openapi/v1.json");
        Assert.Equal(
            [
                "/api/v1/sources", "/api/v1/{source}/compare", "/api/v1/{source}/curves", "/api/v1/{source}/groups", "/api/v1/{source}/runs",
                "/api/v1/{source}/runs/{id}", "/api/v1/{source}/runs/{id}/curves", "/api/v1/{source}/runs/{id}/files",
                "/api/v1/{source}/runs/{id}/metrics", "/api/v1/{source}/runs/{id}/metrics/{name}", "/api/v1/{source}/runs/{id}/output",
                "/api/v1/{source}/values",
            ],
            ApiClient.Names(description.GetProperty("paths")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_parameter_and_property_is_described()
    {
        var description = await _api.GetAsync("openapi/v1.json");
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Select(method => method.Value))
            {
                Assert.NotEqual("", operation.GetProperty("summary").GetString());
                if (operation.TryGetProperty("parameters", out var parameters))
                {
                    Assert.All(
                        parameters.EnumerateArray(),
                        parameter => Assert.True(parameter.TryGetProperty("description", out _), $"{path.Name} {parameter}"));
                }
            }
        }

        foreach (var schema in description.GetProperty("components")
            .GetProperty("schemas")
            .EnumerateObject()
            .Where(schema => schema.Name.EndsWith("Model", StringComparison.Ordinal)))
        {
            Assert.All(
                schema.Value.GetProperty("properties").EnumerateObject(),
                property => Assert.Contains("\"description\"", property.Value.GetRawText()));
        }
    }

    [Fact]
    public async Task Every_endpoint_answers_as_its_schema_says()
    {
        var description = await _api.GetAsync("openapi/v1.json");
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            var content = path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content");
            var address = path.Name.TrimStart('/').Replace("{source}", "samples").Replace("{id}", "19").Replace("{name}", "training.loss")
                + (path.Name.EndsWith("/curves", StringComparison.Ordinal) ? "?ids=19&metric=training.loss" : "")
                + (path.Name.EndsWith("/compare", StringComparison.Ordinal) ? "?ids=4,5,6,7,8,9&group=lr" : "");
            if (content.TryGetProperty("application/json", out var json))
            {
                Matches(await _api.GetAsync(address), json.GetProperty("schema"), description, path.Name);
            }
            else
            {
                using var response = await _api.SendAsync(address);
                Assert.Equal(Assert.Single(content.EnumerateObject()).Name, response.Content.Headers.ContentType?.MediaType);
            }
        }
    }

    // Names in both directions, and kinds where the schema names them.
    private static void Matches(JsonElement value, JsonElement schema, JsonElement description, string where)
    {
        if (schema.TryGetProperty("oneOf", out var either))
        {
            if (value.ValueKind == JsonValueKind.Null)
            {
                return;
            }

            schema = either.EnumerateArray().Single(one => one.TryGetProperty("$ref", out _));
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = description.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.Equal(ApiClient.Names(properties).Order(), ApiClient.Names(value).Order());
            foreach (var property in properties.EnumerateObject())
            {
                Matches(value.GetProperty(property.Name), property.Value, description, $"{where} {property.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var item in value.EnumerateArray().Take(5))
            {
                Matches(item, items, description, where);
            }
        }
        else
        {
            Assert.True(
                schema.GetProperty("type").GetRawText().Contains(KindOf(value), StringComparison.Ordinal),
                $"{where}: {value} is no {schema}");
        }
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out _) ? "\"" : "\"number\"",
        JsonValueKind.True or JsonValueKind.False => "\"boolean\"",
        _ => $"\"{value.ValueKind.ToString().ToLowerInvariant()}\"",
    };
}
