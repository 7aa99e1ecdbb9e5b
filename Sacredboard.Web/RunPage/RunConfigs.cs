using Sacredboard.Data.Differences;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.RunAddress;

namespace Sacredboard.Web.RunPage;

/// <summary>Makes the Config tab.</summary>
internal static class RunConfigs
{
    private const int MaxOnlyThere = 100;

    public static async Task<RunTreeViewModel> OfAsync(RunPageData data, RunBaseline baseline, CancellationToken cancellationToken)
    {
        var request = data.Request;
        var other = baseline.Run is { } run ? await request.Source.Runs.FindAsync(run.Id, new(RunTrees.Config), cancellationToken) : null;
        IReadOnlyList<ConfigDifference> differences = other is null ? []
            : [.. ConfigDifference.Of(SeedKeys.ByName.Without(other.Config), SeedKeys.ByName.Without(data.Run.Config))
                .Where(difference => !difference.Path.Contains(ConfigKey.Docstring))];
        var name = baseline.Run is null ? "" : "#" + Ellipsis.Middle(ValueText.Visible(baseline.Run.Id.ToString()), 20);
        return new(data.Tree("config", data.Run.Config, FieldRoot.Config) with
        {
            Texts = Texts(request),
            Marks = RunConfigMarks.Of(data.Run, differences, name),
        }, "This run has no config")
        {
            Baseline = new(
                baseline,
                baseline.Run is null ? null : request.Pages.Run(baseline.Run.Id, "config"),
                differences.Count,
                [.. differences.Where(difference => difference.After is null)
                    .Select(difference => ValueText.Visible(string.Join('.', difference.Path))).Take(MaxOnlyThere)])
            {
                PageUrl = request.Urls.Run(request.Id, "config"),
                Text = request.Baseline,
                IsKept = request.Choices.Baseline.Length > 0,
                Carried = [.. request.State.Pairs().Where(pair => pair.Key != RunPageState.BaselineName)],
                Suggestions = RunBaselines.Suggestions(data.Metrics.Select(metric => metric.Metric)),
                NamedConfigs = [.. data.Run.Meta.Member("named_configs").Items().Select(item => ValueText.OneLine(item, 100))],
            },
        };
    }

    private static IReadOnlyList<(string Name, string Url)> Texts(RunPageRequest request) =>
    [
        .. new[] { ("config.json", "json"), ("YAML", "yaml"), ("Python config_updates", "py"), ("command line", "sh") }
            .Select(text => (text.Item1, request.Urls.Run(request.Id, "config." + text.Item2))),
    ];
}
