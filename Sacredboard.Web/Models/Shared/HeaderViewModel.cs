using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Shared;

public sealed record HeaderViewModel
{
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The source whose pages these are; null on pages of none.</summary>
    public required Source? Current { get; init; }

    public required SourceStateViewModel? State { get; init; }

    public required bool IsSamples { get; init; }

    public required DateTime Now { get; init; }
}
