using System.Text.Json;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>A place of the settings, which may turn out to hold several.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="Name">Its name in URLs, and the beginning of the names of what is in it.</param>
/// <param name="Finder">Finds what is in it; null for a place that is always one source.</param>
public sealed record ConfiguredPlace(SourceOptions Options, string Name, IPlaceFinder? Finder)
{
    /// <summary>Equal for places with equal settings.</summary>
    public string Key { get; } = Name + JsonSerializer.Serialize(Options);

    /// <summary>The usual place inside has the name of the whole, so that addresses stay when others appear beside it.</summary>
    public string NameOf(FoundPlace? found) =>
        found is null or { IsUsual: true } ? Name : $"{Name}-{new SourceNames().Make(found.Name)}";

    public string TitleOf(FoundPlace? found) =>
        found is null or { IsUsual: true } ? Options.Title ?? Name : $"{Options.Title ?? Name}.{found.Name}";
}
