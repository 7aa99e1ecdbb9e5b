using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The run that the config of a run is compared with.</summary>
/// <param name="Run">Null when there is none.</param>
/// <param name="Words">Which run it is; without one, why: a sentence.</param>
public sealed record RunBaseline(CatalogRun? Run, string Words);

/// <summary>The comparison above the config of a run.</summary>
/// <param name="Baseline">The other run.</param>
/// <param name="Url">The address of its page; null for none.</param>
/// <param name="Differing">How many keys differ.</param>
/// <param name="OnlyThere">The keys that only the other run has.</param>
public sealed record ConfigBaseline(RunBaseline Baseline, string? Url, int Differing, IReadOnlyList<string> OnlyThere)
{
    public string Count => Differing switch
    {
        0 => "the same settings",
        1 => "1 key differs",
        _ => $"{NumberText.Count(Differing)} keys differ",
    };

    /// <summary>The address of the tab.</summary>
    public required string PageUrl { get; init; }

    /// <summary>As it stands in the address; "" for the run before.</summary>
    public required string Text { get; init; }

    /// <summary>It is remembered for the runs of the experiment.</summary>
    public required bool IsKept { get; init; }

    /// <summary>What else the address carries.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; }

    /// <summary>What one may ask for: the best by each of some metrics.</summary>
    public required IReadOnlyList<string> Suggestions { get; init; }

    /// <summary>The named configs that the run was started with.</summary>
    public required IReadOnlyList<string> NamedConfigs { get; init; }
}
