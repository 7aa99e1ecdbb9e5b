using System.ComponentModel;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Api;

[Description("One place with runs: a MongoDB database or a directory.")]
public sealed record SourceModel
{
    [Description("The name in every URL of this source.")]
    public required string Name { get; init; }

    [Description("The title on the pages.")]
    public required string Title { get; init; }

    [Description("The kind of storage: mongodb or files.")]
    public required string Kind { get; init; }

    [Description("The URL or directory, without credentials.")]
    public required string Place { get; init; }

    [Description("unopened (its runs are read once they are asked for), loading (only some runs were read), current, "
        + "or unavailable (runs are as they were at asOf).")]
    public required string State { get; init; }

    [Description("The number of runs; null before the storage answered for the first time.")]
    public required int? Total { get; init; }

    [Description("How many of them were read so far.")]
    public required int Loaded { get; init; }

    [Description("When the storage was last read successfully; null if never.")]
    public required DateTime? AsOf { get; init; }

    [Description("Since when it cannot be read; null while it can.")]
    public required DateTime? Since { get; init; }

    [Description("Why it cannot be read, or why not all of its runs are read; else null.")]
    public required string? Message { get; init; }

    [Description("What this kind of storage can do.")]
    public required CapabilitiesModel Capabilities { get; init; }

    public static SourceModel Of(Source source)
    {
        var (info, state) = (source.Info, source.Catalog.State);
        return new()
        {
            Name = source.Name,
            Title = source.Title,
            Kind = info.Kind,
            Place = info.Place.Name,
            State = source.IsWanted ? SourceStateName.Of(state.Phase) : "unopened",
            Total = state.Total ?? (int?)source.LastCounts?.Total,
            Loaded = state.Loaded,
            AsOf = state.AsOf?.UtcDateTime,
            Since = state.UnavailableSince?.UtcDateTime,
            Message = state.Message ?? state.Limit ?? state.Remark,
            Capabilities = new() { IdsAreText = info.IdsAreText, Metrics = source.HasMetrics && info.ObserverWithoutMetrics is null },
        };
    }
}

[Description("What a kind of storage can do.")]
public sealed record CapabilitiesModel
{
    [Description("All run ids are text (names of directories).")]
    public required bool IdsAreText { get; init; }

    [Description("Metrics are stored. Where they are not, lists in the info of runs are metrics all the same, named info:….")]
    public required bool Metrics { get; init; }
}
