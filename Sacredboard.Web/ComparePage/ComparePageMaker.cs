using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the page that compares runs.</summary>
internal sealed class ComparePageMaker(CompareRequest request, CatalogWaiter waiter, TimeProvider time)
{
    private const int MaxDiffering = 6;

    private readonly CompareState _state = request.State;

    public async Task<ComparePageViewModel> MakeAsync(IReadOnlyList<TableProblem> problems, CancellationToken cancellationToken)
    {
        var differing = new ComparedConfig(request).Differing(MaxDiffering);
        var template = _state.Legend.Length > 0 ? LegendTemplate.Parse(_state.Legend) : LegendTemplate.Of(differing);
        var grouping = request.Resolved.State.Grouping;
        IReadOnlyList<ComparedRun> runs = [.. request.Runs.Select(run => Run(run, template))];
        return new()
        {
            Source = request.Source,
            Urls = request.Urls,
            State = _state,
            Live = SourceStateViewModel.Of(request.Source.Catalog.State),
            Runs = runs,
            Legend = grouping is null ? [.. runs.Select(Entry)]
                : [.. CurveGroup.Of(request.Runs.Select(run => run.Named), grouping, request.Names).Select(Entry)],
            Template = grouping is null ? template.Text : null,
            Unknown = request.Unknown,
            Left = request.Chosen.Left,
            Differing = differing,
            Problems = [.. problems, .. request.Resolved.Notes],
            QueryError = _state.Ids.Count == 0 ? request.Resolved.Error?.Message : null,
            Token = request.Token(),
            Content = request.Runs.Count == 0 ? null : await ContentAsync(runs, cancellationToken),
        };
    }

    private async Task<CompareTabContent?> ContentAsync(
        IReadOnlyList<ComparedRun> runs, CancellationToken cancellationToken) => _state.Tab switch
        {
            CompareTab.Metrics => await new ComparedMetrics(request).ChartsAsync(cancellationToken),
            CompareTab.Table => await new CompareTableMaker(request, time.GetUtcNow()).MakeAsync(cancellationToken),
            CompareTab.Scatter => await new ComparePlotMaker(request).ScatterAsync(cancellationToken),
            CompareTab.Parallel => await new ComparePlotMaker(request).ParallelAsync(cancellationToken),
            CompareTab.Significance => request.Resolved.State.Grouping is { } grouping
                ? await new SignificanceMaker(request, grouping, time.GetUtcNow()).MakeAsync(cancellationToken)
                : new CompareUngrouped(),
            CompareTab.Importance => await new ImportanceMaker(request, waiter, time.GetUtcNow()).MakeAsync(cancellationToken),
            CompareTab.Config => await new CompareConfigMaker(request).MakeAsync(cancellationToken),
            CompareTab.Output => await new CompareOutputMaker(request, runs).MakeAsync(cancellationToken),
            CompareTab.Sources => await new CompareSourcesMaker(request, runs).MakeAsync(cancellationToken),
            CompareTab.Environment => await new CompareEnvironmentMaker(request).MakeAsync(cancellationToken),
            CompareTab.Images => await new CompareImagesMaker(request, runs).MakeAsync(cancellationToken),
            var other => throw new ArgumentOutOfRangeException(nameof(_state), other, "This tab has no content."),
        };

    private ComparedRun Run((NamedRun Named, CatalogRun Run) run, LegendTemplate template)
    {
        var urls = request.Urls.Of(run.Named.Source);
        // A run of another source was not opened from this table.
        var page = run.Named.Source == request.Source ? _state.Page : _state.Page with { Table = new() };
        return new(
            request.Names.Write(run.Named),
            template.NameOf(run.Run.Id, field => Value(run, field)),
            run.Run,
            RunStyle.Of(run.Run.Id))
        {
            Url = new RunUrls(urls, page).Run(run.Run.Id),
            RemoveUrl = RemoveUrl(request.Names.Write(run.Named)),
        };
    }

    private Data.Values.SacredValue? Value((NamedRun Named, CatalogRun Run) run, RunField field) =>
        run.Named.Source.Catalog.Snapshot.Value(run.Run, field, time.GetUtcNow());

    private LegendEntry Entry(ComparedRun run) => Entry(run.Name, run.Title, run.Style, run.Url) with
    {
        Status = run.Status,
        RemoveUrl = run.RemoveUrl,
    };

    private string? RemoveUrl(string name) => _state.Ids.Count == 0 ? null : Of(_state with
    {
        Ids = [.. _state.Ids.Where(id => request.Names.Read(id) is not { } run || request.Names.Write(run) != name)],
        Hidden = [.. _state.Hidden.Where(key => key != name)],
    });

    private LegendEntry Entry(CurveGroup group)
    {
        var members = _state with { Ids = [.. group.Runs.Select(request.Names.Write)], Runs = new(), Hidden = [] };
        return Entry(group.Key, group.Name, group.Style, Of(members)) with { Count = group.Runs.Count };
    }

    private LegendEntry Entry(string key, string title, RunStyle style, string url)
    {
        var isHidden = _state.Hidden.Contains(key);
        IReadOnlyList<string> toggled = isHidden ? [.. _state.Hidden.Where(other => other != key)] : [.. _state.Hidden, key];
        return new(key, title, style, url, isHidden, Of(_state with { Hidden = toggled }));
    }

    private string Of(CompareState state) => CompareUrl.Write(request.Urls.Compare, state);
}
