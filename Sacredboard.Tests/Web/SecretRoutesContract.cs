using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Tests.Web;

/// <summary>
/// Asks every action, in many ways, about a run that is full of secrets. A new action is asked too: it either shows what is no secret, or is
/// listed here as one that shows nothing of a run.
/// </summary>
public abstract partial class SecretRoutesContract
{
    private const string Secret = SecretRuns.Secret;
    private const string Shown = SecretRuns.Shown;

    private const string Pictures = "{source}/runs/{id}/pictures/{name}/{place:int}/{picture:int}";
    private const string Distributions = "{source}/runs/{id}/distributions/{name}";

    /// <summary>These show nothing of what the run holds.</summary>
    private static readonly HashSet<string> ShowNothing =
    [
        "", "favicon.ico", "{source}", "errors/{status:int}", "healthz", "readyz", "api/v1/sources", "api/{**rest}", "{source}/help",
        "{source}/views",
        "{source}/term", "{source}/selection", Pictures, Distributions,
        "{source}/runs/{id}/tensorboard/{**path}", "{source}/tensorboard/{key}/{**path}",
        "{source}/compare/selection", "{source}/runs/{id}/alike", "{source}/runs/{id}/output/change",
    ];

    /// <summary>These hold no text of a run, so that it is enough that they answer where a run has logs.</summary>
    private static readonly HashSet<string> OnlyAnswer = [Pictures, Distributions];

    private static readonly Dictionary<string, string[]> RouteValues = new()
    {
        ["source"] = ["lab"],
        ["id"] = ["1"],
        ["tab"] = [.. Enum.GetNames<RunTab>().Select(tab => tab.ToLowerInvariant())],
        ["file"] = ["artifact-0"],
        ["name"] = [Shown, .. new[] { "picture", "weights" }.Select(name => UrlSegment.Encode($"{Shown} token=*** {name}"))],
        ["place"] = ["0"],
        ["picture"] = ["0"],
        ["key"] = ["0"],
        ["path"] = [""],
        ["rest"] = ["none"],
        ["status"] = ["404"],
    };

    private const string Columns = "columns=experiment,comment,notes,tags,failure,result,plain,db.password,db.url,info.upload,info.plain,"
        + "host.ENV.API_KEY,host.ENV.HOME,meta.options,experiment.repositories";

    private static readonly string[] Queries =
    [
        "", "?decoded=true", "?" + Columns, $"?group=plain,db.password,comment,notes&{Columns}", "?group=config", "?open=1", "?ids=1&ids=2",
        "?inline=true", "?line=1&count=50",
        $"?since=none&wait=0&shown={Columns[8..]}&{Columns}", "?tab=overview&since=none", "?find=password", "?edit=db.password",
        "?q=nonsense%20%3D%20%28",
        "?q=plain%20%3D%20", "?q=db.password%20%3D%20", "?q=comment%20%3D%20", "?q=tags%20%3D%20", "?q=host.ENV.",
        "?q=info.upload%20%3D%20", "?of=1:plain", "?of=1:db.password", "?of=1:db.url", "?of=1:comment", "?of=1:tags", "?of=1:info.upload",
    ];

    protected abstract Board Board { get; }

    /// <summary>The runs have logs of TensorBoard.</summary>
    protected abstract bool HasLogs { get; }

    [Fact]
    public async Task No_action_shows_a_secret_and_each_is_seen_to_show_what_is_none()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Board.Address };
        await Board.LoadedAsync();
        var found = new List<string>();
        foreach (var template in Templates("GET"))
        {
            var (shows, answers) = (false, false);
            foreach (var address in Paths(template).SelectMany(path => Queries.Select(query => path + Joined(path, query))))
            {
                using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                var text = $"{answer.Headers}{await TextAsync(answer)}";
                answers |= answer.IsSuccessStatusCode;
                shows |= answer.IsSuccessStatusCode && text.Contains(Shown, StringComparison.Ordinal);
                found.AddRange(text.Contains(Secret, StringComparison.Ordinal) ? [$"{address} shows {Around(text)}"] : []);
                found.AddRange(answer.StatusCode == HttpStatusCode.InternalServerError ? [$"{address} fails"] : []);
            }

            found.AddRange(shows == ShowNothing.Contains(template)
                ? [$"{template} shows {(shows ? "something" : "nothing")} of the run"]
                : []);
            found.AddRange(HasLogs && OnlyAnswer.Contains(template) && !answers ? [$"{template} never answers"] : []);
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
    }

    [Fact]
    public async Task No_order_is_answered_with_a_secret()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Board.Address };
        await Board.LoadedAsync();
        var page = await client.GetStringAsync("lab/runs", Cancellation);
        var token = Token().Match(page).Groups[1].Value;
        var found = new List<string>();
        var shows = new HashSet<string>();
        foreach (var template in Templates("POST"))
        {
            foreach (var order in Orders)
            {
                var path = Paths(template).First().Replace("{id:long}", "1", StringComparison.Ordinal);
                using var content = order.Body(token);
                using var answer = await client.PostAsync(path, content, Cancellation);
                var text = $"{answer.Headers}{await TextAsync(answer)}";
                if (answer.Headers.Location is { } next)
                {
                    text += await client.GetStringAsync(next, Cancellation);
                }

                found.AddRange(text.Contains(Secret, StringComparison.Ordinal) ? [$"{path} ({order.Name}) shows {Around(text)}"] : []);
                found.AddRange(answer.StatusCode == HttpStatusCode.InternalServerError ? [$"{path} ({order.Name}) fails"] : []);
                _ = text.Contains(Shown, StringComparison.Ordinal) && shows.Add(template);
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        // What is ordered is said by its order alone: a view's name, a program to start.
        Assert.Superset(
            new HashSet<string> { "api/v1/{source}/curves", "{source}/compare", "{source}/runs/{id}/files.zip", "{source}/views" }, shows);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly IReadOnlyList<(string Name, Func<string, HttpContent> Body)> Orders =
    [
        ("form", token => new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("ids", "1"), new("ids", "2"), new("file", "artifact-0"), new("name", "a view"),
            new("query", $"{Columns}&group=db.password,comment&q=password"), new("note", "a note"), new("action", "none"), new("at", ""),
        ])),
        ("view", token => new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("name", "another view"), new("query", $"compare?ids=1,2&tab=table&legend={{comment}} {{db.url}}"),
            new("ids", "1"),
        ])),
        ("json", _ => JsonContent.Create(new { ids = new[] { 1, 2 }, metric = new[] { Shown, "token=***/loss" }, group = "plain,db.password,comment" })),
        ("json of single runs", _ => JsonContent.Create(new { q = Shown, metric = new[] { Shown } })),
    ];

    private IEnumerable<string> Templates(string method) =>
        Board.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
        .OfType<ControllerActionDescriptor>()
        .Where(action =>
            action.ActionConstraints?.OfType<HttpMethodActionConstraint>()
                .All(constraint => constraint.HttpMethods.Contains(method)) ?? method == "GET")
        .Select(action => action.AttributeRouteInfo!.Template!)
        .Distinct();

    private static string Around(string text) => text.IndexOf(Secret, StringComparison.Ordinal) is var at
        ? text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 20)].ReplaceLineEndings(" ") : "";

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/zip")
        {
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return entry.FullName + reader.ReadToEnd();
        }));
    }

    private static string Joined(string path, string query) => path.Contains('?') ? query.Replace('?', '&') : query;

    private static IEnumerable<string> Paths(string template)
    {
        var parameters = Parameter().Matches(template);
        return parameters.Aggregate(
            (IEnumerable<string>)[template.EndsWith("/curves", StringComparison.Ordinal) ? $"{template}?metric={Shown}" : template],
            (paths, parameter) => paths.SelectMany(path =>
                RouteValues[parameter.Groups[1].Value].Select(value => path.Replace(parameter.Value, value, StringComparison.Ordinal))));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
