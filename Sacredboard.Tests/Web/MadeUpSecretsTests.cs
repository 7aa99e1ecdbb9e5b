using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Tests.Web;

/// <summary>
/// No column of any kind shows one of <see cref="MadeUpSecrets"/>, nor does any page of a run: in the table, in groups, as a value that is
/// suggested, in files, or in answers for scripts.
/// </summary>
public sealed partial class MadeUpSecretsTests(MadeUpSecretsTests.Storage storage) : IClassFixture<MadeUpSecretsTests.Storage>
{
    /// <summary>So many columns are asked for at a time.</summary>
    private const int AtATime = 25;

    // Items of lists are no columns until one asks for them.
    private static readonly string[] Items =
    [
        "config.list[0]", "config.tuple[0]", "config.objects[0].inner", "info.deep[0]", "experiment.dependencies[0]",
        "experiment.repositories[0].url", "experiment.sources[0][0]", "meta.named_configs[0]", "meta.options.UPDATE[0]",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_hundreds_of_them() => Assert.InRange(storage.Secrets.Count, 496, 10_000);

    [Fact]
    public async Task No_column_shows_one_in_any_table_or_file_and_each_is_seen_to_show_what_is_none()
    {
        var chunks = (await FieldsAsync()).Chunk(AtATime).Select(fields => Uri.EscapeDataString(FieldList.ToText(fields)));
        var paths = chunks.SelectMany(columns => new[]
        {
            $"lab/runs?columns={columns}", $"lab/runs.csv?columns={columns}", $"lab/runs.json?columns={columns}",
            $"api/v1/lab/runs?columns={columns}", $"api/v1/lab/values?columns={columns}", $"lab/groups.csv?group=status&columns={columns}",
            $"lab/groups.json?group=status&columns={columns}", $"api/v1/lab/groups?group=status&runs=true&columns={columns}",
            $"lab/compare?q=&all=true&tab=scatter&plotx={columns.Split("%2C")[0]}&ploty={columns.Split("%2C")[^1]}",
            $"lab/compare?all=true&tab=parallel&axes={columns}",
        });
        var seen = await AssertNoneAsync(paths);

        string[] places =
        [
            "plain", "item", "tuple", "inner", "info", "deep", "result", "command", "name", "base", "dependency", "repository", "host", "env", "comment",
            "notes", "tag", "option", "with", "update", "named", "trace",
        ];
        Assert.Superset(places.Select(place => $"open{place}").ToHashSet(), seen);
    }

    [Fact]
    public async Task No_group_no_suggestion_and_no_menu_of_a_value_has_one()
    {
        var fields = (await FieldsAsync()).Select(field => Uri.EscapeDataString(field.ToString())).ToList();
        var seen = await AssertNoneAsync(fields.SelectMany(field => new[]
        {
            $"lab/runs?group={field}", $"api/v1/lab/groups?group={field}&columns={field}", $"lab/groups.csv?group={field}&columns={field}",
            $"lab/suggest?q={field}%20%3D%20", $"lab/suggest?q={field}%20~%20o", $"lab/value?of=1:{field}", $"lab/value?of=24:{field}",
            $"lab/term?of=1:{field}", $"lab/runs?q={field}%20%3D%20open&edit={field}", $"lab/columns?find={field}",
            $"lab/compare?all=true&tab=table&figure={field}", $"lab/compare?all=true&group={field}",
        }));

        Assert.Superset(new HashSet<string> { "openplain", "opencomment", "opentag", "openinner" }, seen.ToHashSet());
    }

    [Fact]
    public async Task No_page_of_a_run_and_no_answer_about_one_has_one()
    {
        var templates = storage.Board.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<ControllerActionDescriptor>().Select(action => action.AttributeRouteInfo!.Template!).Distinct()
            .Where(template => template.Contains("{id}", StringComparison.Ordinal)).ToList();
        var seen = await AssertNoneAsync(storage.Runs.SelectMany(run => templates.SelectMany(template => Paths(template, run))));

        Assert.Superset(
            new HashSet<string> { "openoutput", "opentrace", "openartifact", "openresource", "opensource", "openmetric", "openwith", "openitem" },
            seen.ToHashSet());
    }

    [Fact]
    public async Task Runs_side_by_side_show_none()
    {
        var ids = string.Join(',', storage.Runs);
        await AssertNoneAsync(
        [
            .. Enum.GetNames<Sacredboard.Web.Compare.CompareTab>().SelectMany(tab => new[] { $"lab/compare?ids={ids}&tab={tab}", $"lab/compare?ids=1,24&tab={tab}&keys=all" }),
            $"lab/compare/table.csv?ids={ids}&keys=all", $"lab/compare/table.md?ids={ids}&keys=all", $"lab/compare/table.tex?ids={ids}&keys=all",
            $"lab/compare/report.html?ids={ids}", $"api/v1/lab/compare?ids={ids}&keys=all", "lab/runs?open=1,2,24", "lab/runs?charts=on",
            $"lab/compare?ids={ids}&legend={Uri.EscapeDataString("{comment} {config.plain} {experiment}")}",
        ]);
    }

    private static IEnumerable<string> Paths(string template, string run)
    {
        foreach (var tab in template.Contains("{tab", StringComparison.Ordinal) ? Enum.GetNames<RunTab>() : ["x"])
        {
            var path = Parameter().Replace(template.Replace("{source}", "lab", StringComparison.Ordinal), parameter => parameter.Groups[1].Value switch
            {
                "id" => run,
                "tab" => tab.ToLowerInvariant(),
                "file" => "artifact-0",
                "place" or "picture" => "0",
                _ => "x",
            });
            yield return path;
            if (template.EndsWith("{id}", StringComparison.Ordinal))
            {
                yield return $"{path}?decoded=true";
            }
        }
    }

    private async Task<IReadOnlyList<RunField>> FieldsAsync()
    {
        await storage.Board.LoadedAsync();
        var listed = storage.Board.Services.GetRequiredService<SourceRegistry>().All[0].Catalog.Snapshot.Queries().Columns;
        Assert.InRange(listed.Paths.Count, 100, 10_000);
        Assert.True(FieldList.TryParse(string.Join(',', Items), out var items, out _));
        return [.. listed.Own.Concat(listed.Paths).Select(column => column.Field), .. items];
    }

    /// <summary>The words that tell what is no secret, as far as they were seen.</summary>
    private async Task<HashSet<string>> AssertNoneAsync(IEnumerable<string> paths)
    {
        await storage.Board.LoadedAsync();
        using var client = new HttpClient { BaseAddress = storage.Board.Address };
        var (found, seen, answers) = (new List<string>(), new HashSet<string>(), 0);
        foreach (var path in paths)
        {
            using var answer = await client.GetAsync(path, Cancellation);
            var text = answer.Headers + WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
            answers += answer.IsSuccessStatusCode ? 1 : 0;
            seen.UnionWith(Open().Matches(text).Select(match => match.Value));
            if (Secret().Match(text) is { Success: true, Index: var at })
            {
                found.Add($"{path}: {text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 20)].ReplaceLineEndings(" ")}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found.Take(40)));
        Assert.NotEqual(0, answers);
        return seen;
    }

    [GeneratedRegex("zq[0-9]{4}z", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex("open[a-z]+")]
    private static partial Regex Open();

    [GeneratedRegex(@"\{\**(\w+)[^}]*\}+")]
    private static partial Regex Parameter();

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            var files = Secrets.Files().ToList();
            foreach (var (run, name, text) in files)
            {
                Folder.Write(run, name, text);
            }

            Runs = [.. files.Select(file => file.Run).Distinct()];
        }

        internal MadeUpSecrets Secrets { get; } = new();

        public IReadOnlyList<string> Runs { get; }
    }
}
