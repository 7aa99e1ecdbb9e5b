using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web;

/// <summary>Asks every action that answers a GET with odd values in every position of its address: none of them is the server's fault.</summary>
public sealed partial class OddAddressTests(SamplesBoard samples) : IClassFixture<SamplesBoard>
{
    /// <summary>As they stand in an address.</summary>
    private static readonly string[] Odd =
    [
        "", "%20", "%0D%0A", "%E2%80%A8", "%C2%A0", "%00", "%FF", "%ED%A0%80", "%F0%9D%95%8F", "~", "~n", "~t", "~zz", "~j", "~j{}",
        "~jNumberLong~281~29", "~j~7B~22~24gt~22~3A~22~22~7D", "~r1e999", "~o0", "~u0", "..", "%2E%2E%2F", "-1", "1e999", "NaN",
        "9999999999999999999999", "%5B%5D", "'%22%3E%3Cscript%3E", "a:b:c", ":", "%25", "%22",
    ];

    /// <summary>Those that each parameter of a query string is asked with: there are many.</summary>
    private static readonly string[] OddParameters =
        ["%20", "%E2%80%A8", "%00", "%FF", "~zz", "-1", "NaN", "9999999999999999999999", "%7B%7D", "::"];

    /// <summary>Parameters that these actions read without naming them.</summary>
    private static readonly string[] Unnamed =
    [
        "q", "sort", "columns", "page", "size", "group", "seeds", "open", "status", "find", "edit", "table", "x", "log", "zoom", "of", "ids",
        "shown", "view", "density", "figure", "goal", "against", "key", "lower", "higher", "tab", "baseline", "hit", "raw",
    ];

    private static readonly string[] HasUnnamed =
        ["{source}/runs", "{source}/runs/{id}", "{source}/compare", "{source}/compare/table.tex", "{source}/compare/report.html", "{source}/columns", "api/v1/{source}/curves", "api/v1/{source}/compare"];

    private static readonly Dictionary<string, string> Usual = new()
    {
        ["source"] = "samples",
        ["id"] = "1",
        ["tab"] = "overview",
        ["file"] = "artifact-0",
        ["name"] = "training.loss",
        ["status"] = "404",
    };

    [Fact]
    public async Task No_odd_value_in_any_position_of_an_address_is_an_error_of_the_server()
    {
        await samples.Board.LoadedAsync();
        using var client = samples.Client();
        var addresses = Actions().SelectMany(Addresses).Distinct().ToList();
        var failures = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(
                samples.Address + address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                failures.Add($"{(int)answer.StatusCode} {address}");
            }
        }

        Assert.True(addresses.Count > 1500, $"{addresses.Count} addresses were tried.");
        Assert.True(failures.Count == 0, $"{failures.Count} fail:\n{string.Join('\n', failures.Take(40))}");
    }

    private IEnumerable<ControllerActionDescriptor> Actions() =>
        samples.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<ControllerActionDescriptor>()
            .Where(action => action.ActionConstraints?.OfType<HttpMethodActionConstraint>()
                .All(constraint => constraint.HttpMethods.Contains("GET")) ?? true)
            // The page for errors of the server itself.
            .Where(action => action.AttributeRouteInfo!.Template != "errors/{status:int}");

    private static IEnumerable<string> Addresses(ControllerActionDescriptor action)
    {
        var template = action.AttributeRouteInfo!.Template!;
        var places = Parameter().Matches(template).Select(match => (Text: match.Value, Name: match.Groups[1].Value)).ToList();
        var plain = Filled("");
        foreach (var place in places)
        {
            foreach (var value in Odd)
            {
                yield return Filled(place.Name, value);
            }
        }

        var named = action.Parameters.Select(parameter => parameter.Name).Except(places.Select(place => place.Name)).Except(["cancellationToken"]);
        foreach (var name in (HasUnnamed.Contains(template) ? named.Union(Unnamed) : named).Except(["wait"]))
        {
            foreach (var value in OddParameters)
            {
                yield return $"{plain}?{name}={value}&wait=0";
            }
        }

        string Filled(string odd, string value = "") => places.Aggregate(template, (path, place) => path.Replace(
            place.Text,
            place.Name == odd ? value : Usual.GetValueOrDefault(place.Name, "0"),
            StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\{\**(\w+)(?:[^{}]|\{\{|\}\})*\}")]
    private static partial Regex Parameter();
}
