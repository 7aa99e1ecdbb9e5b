using Sacredboard.Data.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Runs;

/// <summary>What every part of a run's page needs.</summary>
public sealed record RunView
{
    public required Source Source { get; init; }

    public required Run Run { get; init; }

    /// <summary>The run as the table of runs would show it.</summary>
    public required CatalogRun Shown { get; init; }

    public required RunTab Tab { get; init; }

    public required IReadOnlyList<RunTabLink> Tabs { get; init; }

    public RunNeighbour? Newer { get; init; }

    public RunNeighbour? Older { get; init; }

    /// <summary>The command that would repeat the run, or null.</summary>
    public string? Command { get; init; }

    /// <summary>The catalog's version of this run; a page asks for what is newer.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The model of the current tab.</summary>
    public required object Content { get; init; }

    public string Id => Run.Summary.Id.ToString();

    public string Segment => SegmentOf(Run.Summary.Id, Source);

    /// <summary>The page's path below the application's root, without a slash in front.</summary>
    public string Path => $"{Source.Name}/runs/{Segment}";

    public string Experiment => Run.Summary.Experiment is { Length: > 0 } name ? ValueText.Visible(name) : "unnamed experiment";

    public TimeSpan? Duration => Shown.Duration(Now);

    /// <summary>It goes on: its duration ticks and its output may grow.</summary>
    public bool IsLive => Shown.Status == RunStatus.Running;

    public static string SegmentOf(RunId id, Source source) => id.ToSegment(source.Store.Info.Capabilities.IdsAreText);
}

/// <summary>The run next in the table.</summary>
public sealed record RunNeighbour(string Id, string Segment);
