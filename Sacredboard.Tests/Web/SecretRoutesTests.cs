using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Tests.Web;

/// <summary>
/// Asks every action that answers a GET, in many ways, about a run that is full of secrets. A new action is asked too: it either shows what
/// is no secret, or is listed here as one that shows nothing of a run.
/// </summary>
public sealed partial class SecretRoutesTests(SecretRoutesTests.Storage storage) : IClassFixture<SecretRoutesTests.Storage>
{
    private const string Secret = "hunter2";

    /// <summary>Stands beside each secret, where it is none.</summary>
    private const string Shown = "openmarker";

    /// <summary>These show nothing of what the run holds.</summary>
    private static readonly HashSet<string> ShowNothing =
    [
        "", "favicon.ico", "{source}", "errors/{status:int}", "healthz", "readyz", "api/v1/sources", "api/{**rest}", "{source}/help",
        "{source}/views",
        "{source}/term", "{source}/selection", "{source}/runs/{id}/pictures/{name}/{place:int}/{picture:int}", "{source}/runs/{id}/distributions/{name}",
        "{source}/runs/{id}/tensorboard/{**path}", "{source}/tensorboard/{key}/{**path}",
        "{source}/compare/selection", "{source}/runs/{id}/alike", "{source}/runs/{id}/output/change",
    ];

    private static readonly Dictionary<string, string[]> RouteValues = new()
    {
        ["source"] = ["lab"],
        ["id"] = ["1"],
        ["tab"] = [.. Enum.GetNames<RunTab>().Select(tab => tab.ToLowerInvariant())],
        ["file"] = ["artifact-0"],
        ["name"] = [Shown],
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

    [Fact]
    public async Task No_action_shows_a_secret_and_each_is_seen_to_show_what_is_none()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = storage.Board.Address };
        await storage.Board.LoadedAsync();
        var found = new List<string>();
        foreach (var template in Templates())
        {
            var shows = false;
            foreach (var address in Paths(template).SelectMany(path => Queries.Select(query => path + Joined(path, query))))
            {
                using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
                var text = $"{answer.Headers}{await TextAsync(answer)}";
                shows |= answer.IsSuccessStatusCode && text.Contains(Shown, StringComparison.Ordinal);
                found.AddRange(text.Contains(Secret, StringComparison.Ordinal) ? [$"{address} shows a secret"] : []);
                found.AddRange(answer.StatusCode == HttpStatusCode.InternalServerError ? [$"{address} fails"] : []);
            }

            found.AddRange(shows == ShowNothing.Contains(template)
                ? [$"{template} shows {(shows ? "something" : "nothing")} of the run"]
                : []);
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
    }

    private IEnumerable<string> Templates() =>
        storage.Board.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
        .OfType<ControllerActionDescriptor>()
        .Where(action =>
            action.ActionConstraints?.OfType<HttpMethodActionConstraint>()
                .All(constraint => constraint.HttpMethods.Contains("GET")) ?? true)
        .Select(action => action.AttributeRouteInfo!.Template!)
        .Distinct();

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

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            foreach (var run in new[] { "1", "2" })
            {
                Folder.Write(run, "run.json", """
                    {
                      "status": "FAILED", "command": "main", "start_time": "2026-01-01T10:00:00.000000", "stop_time": "2026-01-01T10:01:00.000000",
                      "heartbeat": "2026-01-01T10:01:00.000000", "result": "openmarker https://me:hunter2@files.example.org/",
                      "artifacts": ["openmarker.txt"], "resources": [],
                      "fail_trace": ["Traceback (most recent call last):\n", "OSError: openmarker cannot reach ftp://me:hunter2@files.example.org\n"],
                      "omniboard": {"notes": "openmarker, password=hunter2", "tags": ["secret=hunter2"]},
                      "experiment": {
                        "name": "openmarker password=hunter2", "base_dir": "/openmarker", "mainfile": "main.py", "sources": [], "dependencies": ["openmarker==1.0"],
                        "repositories": [{"url": "https://me:hunter2@git.example.org/openmarker.git", "commit": "0123456789abcdef", "dirty": false}]
                      },
                      "host": {"hostname": "openmarker", "os": ["Linux", "Linux"], "python_version": "3.11", "ENV": {"API_KEY": "hunter2", "HOME": "openmarker"}},
                      "meta": {
                        "command": "main", "comment": "openmarker https://me:hunter2@wiki.example.org/x, token_password=hunter2", "named_configs": [],
                        "config_updates": {"db": {"password": "hunter2"}},
                        "options": {"--sql": "postgresql://me:hunter2@db/sacred", "--mongo_db": "me:hunter2@db:27017/sacred", "UPDATE": ["db.password=hunter2"]}
                      }
                    }
                    """);
                Folder.Write(run, "config.json", $$"""
                    {
                      "plain": "openmarker{{run}}", "tags": ["openmarker", "api_key=hunter2"],
                      "db": {"password": "hunter2{{run}}", "passwd": {"py/tuple": ["hunter2"]}, "url": "mysql://me:hunter2@db/openmarker"}
                    }
                    """);
                Folder.Write(run, "info.json", """
                    {
                      "plain": "openmarker", "upload": "https://me:hunter2@files.example.org/",
                      "tensorflow": {"logdirs": ["/openmarker/password=hunter2/logs"] }
                    }
                    """);
                Folder.Write(
                    run,
                    "metrics.json",
                    """{"openmarker": {"steps": [0, 1], "values": [1.5, 2.5], "timestamps": ["2026-01-01T10:00:01.000000", "2026-01-01T10:00:02.000000"]}, "token=hunter2/loss": {"steps": [0], "values": [3.5], "timestamps": ["2026-01-01T10:00:01.000000"]}}""");
                Folder.Write(run, "cout.txt", "openmarker\n");
                Folder.Write(run, "openmarker.txt", "openmarker");
            }
        }
    }
}
