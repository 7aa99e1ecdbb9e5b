using Sacredboard.Data.Comparing;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Effects;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.ComparePage;

/// <summary>Finds out which config keys matter for a number of all runs of a comparison, also of those that it does not list.</summary>
internal sealed class ImportanceMaker(CompareRequest request, CatalogWaiter waiter, DateTimeOffset now)
{
    private const int MaxGroups = 20;

    /// <summary>How long the page waits for statistics of metrics before it says how far they are.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<CompareImportance> MakeAsync(CancellationToken cancellationToken)
    {
        var figure = await new ComparedFigure(request, now).ChooseAsync(cancellationToken);
        await waiter.WaitAsync(request.Source.Catalog, Patience, () => Task.FromResult(Progress(figure) is null), cancellationToken);
        if (Progress(figure) is { } progress)
        {
            return new() { Figure = figure with { Progress = progress } };
        }

        var queries = request.Source.Catalog.Snapshot.Queries();
        var own = request.Runs.Where(run => run.Named.Source == request.Source).Select(run => run.Run.Id);
        var effects = request.State.Ids.Count > 0
            ? queries.Effects(own, figure.Field, cancellationToken)
            : queries.Effects(request.Resolved.Runs, figure.Field, cancellationToken);
        var all = request.Runs.Count + request.Chosen.Left;
        return Drawn(effects, new()
        {
            Figure = figure with { LeftOut = effects.Figure.Length - effects.Found.Count },
            Runs = effects.Figure.Length,
            Left = all - effects.Figure.Length,
            LeftKeys = effects.LeftKeys,
            Effects = effects.Found,
            Key = KeyOf(effects),
        });
    }

    private string? Progress(CompareFigure figure) => ComparedFigure.Progress(figure.Field, [request.Source]);

    // The key asked for may not be one that differs.
    private RunField? KeyOf(RunEffects effects) =>
        request.State.Figure.Setting is { } asked && effects.Keys.Contains(asked) ? asked
        : effects.Found.Effects is [var first, ..] ? effects.Keys.First(key => key.ToString() == first.Name)
        : null;

    private static CompareImportance Drawn(RunEffects effects, CompareImportance tab)
    {
        if (tab.Key is null)
        {
            return tab;
        }

        var setting = effects.SettingOf(tab.Key);
        if (setting.Numbers is { } numbers)
        {
            return tab with { Plot = EffectPlot.Of(numbers, effects.Figure) };
        }

        var groups = setting.Texts.Zip(effects.Figure).Where(pair => pair.First is not null && ComparedFigure.IsUsable(pair.Second))
            .GroupBy(pair => pair.First!, pair => pair.Second)
            .Select(group => (group.Key, Sample: new Sample(group)))
            .OrderByDescending(group => group.Sample.Count).ToList();
        var shown = groups.Take(MaxGroups).OrderBy(group => group.Sample.Median).ToList();
        var (low, high) = shown.Count == 0 ? (0, 1)
            : (shown.Min(group => group.Sample.Sorted[0]), shown.Max(group => group.Sample.Sorted[^1]));
        return tab with
        {
            Groups = [.. shown.Select(group =>
                new EffectGroup(group.Key, group.Sample.Count, group.Sample.Median, DotPlot.Of(group.Sample, low, high)))],
            LeftGroups = groups.Count - shown.Count,
        };
    }
}
