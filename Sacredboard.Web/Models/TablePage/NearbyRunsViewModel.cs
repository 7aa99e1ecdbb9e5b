using Sacredboard.Data.Stores.Directories;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The directories with runs of Sacred around a place that has none.</summary>
/// <param name="Places">Those with the most runs.</param>
/// <param name="Note">What is left out; null for nothing.</param>
public sealed record NearbyRunsViewModel(IReadOnlyList<NearbyPlace> Places, string? Note)
{
    private const int MaxPlaces = 5;

    /// <summary>Null when there are none.</summary>
    public static NearbyRunsViewModel? Of(NearbyRuns? nearby, string? place)
    {
        if (nearby is not { Found.Count: > 0 } || place is null)
        {
            return null;
        }

        var more = nearby.Found.Count - MaxPlaces;
        var note = string.Join(' ', (string[])
        [
            .. more > 0 ? [$"There are {NumberText.Count(more)} more such directories."] : Array.Empty<string>(),
            .. nearby.IsComplete ? Array.Empty<string>() : ["Not all directories were looked into."],
        ]);
        return new([.. nearby.Found.Take(MaxPlaces).Select(found => NearbyPlace.Of(found, place))], note.Length == 0 ? null : note);
    }
}

/// <param name="Name">The directory, relative to the place if it lies below it.</param>
/// <param name="Count">"12 runs".</param>
/// <param name="Command">The command that shows it.</param>
public sealed record NearbyPlace(string Name, string Count, string Command)
{
    public static NearbyPlace Of(FoundRuns found, string place)
    {
        var name = found.Directory.StartsWith(place, StringComparison.Ordinal)
            ? found.Directory[place.Length..].TrimStart(Path.DirectorySeparatorChar)
            : found.Directory;
        return new(
            ValueText.Visible(name),
            (found.Count == 1 ? "1 run" : $"{NumberText.Count(found.Count)} runs") + (found.IsAll ? "" : " or more"),
            StartText.Of(found.Directory));
    }
}
