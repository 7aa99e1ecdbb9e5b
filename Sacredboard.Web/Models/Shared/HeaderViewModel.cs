using Sacredboard.Web.Formatting;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Shared;

public sealed record HeaderViewModel
{
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The runs of all of them together; null when there is only one.</summary>
    public required Source? Joined { get; init; }

    /// <summary>Why settings that were changed since the start do not count.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>The source of the page; null on pages without one.</summary>
    public required Source? Current { get; init; }

    public required SourceStateViewModel? State { get; init; }

    /// <summary>The page compares runs.</summary>
    public required bool IsComparison { get; init; }

    public required bool IsSamples { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>The number of runs as far as known without waiting; "" when it is not.</summary>
    public static string CountOf(Source source) =>
        source.IsWanted && source.Catalog.State.AsOf is not null ? NumberText.Count(source.Catalog.Snapshot.Runs.Count)
        : source.LastCounts is { } counts ? NumberText.Count(counts.Total)
        : "";
}
