using System.Net;
using System.Text.Json;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Web.TablePage;

public sealed partial class StatisticsPageTests
{
    [Theory]
    [MemberData(nameof(AnyNames))]
    public async Task A_metric_of_any_name_is_shown_under_it(string name)
    {
        var field = RunField.Metric(name, MetricStatistic.Last);

        var page = await LoadedAsync(
            names.Board,
            $"lab/runs?columns={Uri.EscapeDataString(field.ToString())}&sort={Uri.EscapeDataString("-" + field)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Problems);
        Assert.Equal(field.ToString(), page.Columns[^1]);
        Assert.Equal("0.5", page.Cell("1", "value"));
        Assert.Equal("1", page.Ids[0]);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task What_is_not_finite_is_marked_in_its_cell()
    {
        _store.Metrics[(RunId.Of(1), "loss")] = [0.5, 0.25];
        _store.Metrics[(RunId.Of(2), "loss")] = [0.5, double.NaN];
        _store.Metrics[(RunId.Of(3), "loss")] = [double.PositiveInfinity, double.PositiveInfinity];
        await Board.LoadedAsync();

        Assert.Equal(
            ["0.25", "NaN: The last finite value is 0.5", "∞: No value is finite", "–"],
            await CellsAsync("last(loss)"));
        Assert.Equal(
            ["0.25", "0.5: 1 of 2 points is not finite", "–: 2 of 2 points are not finite", "–"],
            await CellsAsync("min(loss)"));
        Assert.Equal(["0.25", "NaN: The value at this step is not finite", "∞: The value at this step is not finite", "–"],
            await CellsAsync("at(loss, 1)"));
        Assert.Equal(["2", "2", "2", "–"], await CellsAsync("count(loss)"));

        async Task<IEnumerable<string>> CellsAsync(string column)
        {
            var page = await LoadedAsync(Board, $"lab/runs?columns={column}");
            return Enumerable.Range(1, 4).Select(id => page.Row($"{id}").QuerySelector(".c-value")!).Select(cell =>
            {
                var mark = cell.QuerySelector("[data-mark]")?.GetAttribute("aria-label");
                Assert.EndsWith(mark ?? "", cell.GetAttribute("title") ?? "", StringComparison.Ordinal);
                return cell.TextContent + (mark is null ? "" : $": {mark}");
            });
        }
    }

    [Fact]
    public async Task What_is_not_finite_is_marked_in_groups_and_their_runs()
    {
        _store.Metrics[(RunId.Of(1), "loss")] = [0.5, 0.25];
        _store.Metrics[(RunId.Of(2), "loss")] = [0.5, double.NaN];
        await Board.LoadedAsync();

        var page = await LoadedAsync(Board, "lab/runs?group=status&columns=min(loss),last(loss)&open=1");

        var group = page.Document.QuerySelector(".group")!;
        Assert.Equal(
            ["1 run has points that are not finite"],
            group.QuerySelectorAll("[data-mark]").Select(mark => mark.GetAttribute("aria-label")));
        var member = page.Document.QuerySelector(".member[data-run='2']")!;
        Assert.Equal(
            ["1 of 2 points is not finite", "The last finite value is 0.5"],
            member.QuerySelectorAll("[data-mark]").Select(mark => mark.GetAttribute("aria-label")));
        Assert.Empty(page.Document.QuerySelectorAll(".member[data-run='1'] [data-mark]"));
    }

    [Fact]
    public async Task Answers_without_marks_have_the_number_of_points_that_are_left_out_beside()
    {
        _store.Metrics[(RunId.Of(4), "loss")] = [0.5, double.NaN];
        await LoadedAsync(Board, "lab/runs?columns=min(loss),last(loss)");
        using var client = new HttpClient { BaseAddress = Board.Address };
        var columns = "columns=min(loss),last(loss),max(loss)";

        using var list = JsonDocument.Parse(await client.GetStringAsync($"api/v1/lab/runs?take=1&{columns}", Cancellation));
        var values = """{"min(loss)":0.5,"nonfinite(loss)":1,"last(loss)":"NaN","max(loss)":0.5}""";
        Assert.Equal(values, list.RootElement.GetProperty("runs")[0].GetProperty("values").GetRawText());
        var csv = await client.GetStringAsync($"lab/runs.csv?{columns}", Cancellation);
        Assert.Equal(
            ["Status,Id,min(loss),nonfinite(loss),last(loss),max(loss)", "COMPLETED,4,0.5,1,NaN,0.5", "COMPLETED,3,,,,"],
            csv.Split("\r\n").Take(3));
        var json = await client.GetStringAsync($"lab/runs.json?{columns}", Cancellation);
        Assert.Contains(values[1..^1], json, StringComparison.Ordinal);
        using var groups = JsonDocument.Parse(await client.GetStringAsync($"api/v1/lab/groups?group=status&{columns}", Cancellation));
        var numbers = groups.RootElement.GetProperty("groups")[0].GetProperty("values");
        Assert.Equal(
            (1, 0, 1),
            (
                numbers.GetProperty("nonfinite(loss)").GetProperty("max").GetInt32(),
                numbers.GetProperty("last(loss)").GetProperty("count").GetInt32(),
                numbers.GetProperty("last(loss)").GetProperty("nonFinite").GetInt32()));
    }

    [Fact]
    public async Task The_api_gives_values_and_how_far_they_are()
    {
        _store.Metrics[(RunId.Of(3), "loss")] = [0.5, double.NaN];
        await LoadedAsync(Board, "lab/runs?columns=min(loss),at(loss, 0)");
        using var client = new HttpClient();

        var columns = "min(loss),at(loss, 0),count(loss),nonfinite(loss),argmin(loss)";
        var address = new Uri(Board.Address, $"api/v1/lab/runs?sort=min(loss)&take=1&columns={columns}");
        var answer = JsonDocument.Parse(await client.GetStringAsync(address, Cancellation)).RootElement;

        Assert.Equal(
            """{"min(loss)":0.5,"at(loss, 0)":0.5,"count(loss)":2,"nonfinite(loss)":1,"argmin(loss)":0}""",
            answer.GetProperty("runs")[0].GetProperty("values").GetRawText());
        Assert.Equal(
            """[{"field":"min(loss)","known":4,"total":4,"unreadable":0,"message":null},{"field":"at(loss, 0)","known":4,"total":4,"unreadable":0,"message":null}]""",
            answer.GetProperty("summaries").GetRawText());
    }
}
