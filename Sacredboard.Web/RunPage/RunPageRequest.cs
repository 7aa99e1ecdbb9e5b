using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.RunPage;

/// <summary>A request for a page of a run.</summary>
/// <param name="Urls">The addresses of the source's pages.</param>
/// <param name="State">What the address carries besides the run.</param>
public sealed record RunPageRequest(Source Source, SourceUrls Urls, RunId Id, RunPageState State)
{
    /// <summary>The addresses of pages of runs, which carry the same.</summary>
    public RunUrls Pages { get; } = new(Urls, State);

    /// <summary>How its files are listed.</summary>
    public required FileListState Files { get; init; }

    /// <summary>How its output is shown.</summary>
    public required OutputState Output { get; init; }

    /// <summary>The run as the catalog has it now; null when it has not.</summary>
    public CatalogRun? Known => Source.Catalog.Snapshot.Find(Id);

    /// <summary>The experiment of the run; null when the catalog does not know it.</summary>
    public string? Experiment => Known?.Experiment;

    /// <summary>What was chosen for the runs of its experiment.</summary>
    public required RunChoices Choices { get; init; }

    /// <summary>Which run its config is compared with: as the address says, else as it was chosen.</summary>
    public string Baseline => State.Baseline.Length > 0 ? State.Baseline : Choices.Baseline;

    /// <summary>The choices that the address asks to remember; null when it does not.</summary>
    public RunChoices? Kept(IQueryCollection parameters) => parameters[RunPageState.KeepName].LastOrDefault() switch
    {
        RunPageState.BaselineName => Choices with { Baseline = State.Baseline },
        RunPageState.GoalName => Choices with { Goal = parameters[RunPageState.GoalName].LastOrDefault() ?? "" },
        _ => null,
    };

    /// <summary>The addresses of pages without what is remembered instead.</summary>
    public RunUrls Forgetting() => new(Urls, State with { Baseline = "" });

    /// <param name="segment">The URL segment of the run's id; for what is none the answer is null.</param>
    public static RunPageRequest? Of(HttpRequest request, Source source, string segment)
    {
        var urls = new SourceUrls(request.PathBase, source);
        return urls.TryParse(segment, out var id) ? new(source, urls, id, RunPageState.Read(request.Query))
        {
            Files = FileListState.Read(request.Query),
            Output = OutputState.Read(request.Query),
            Choices = RunChoices.Read(request, source.Catalog.Snapshot.Find(id)?.Experiment),
        } : null;
    }
}
