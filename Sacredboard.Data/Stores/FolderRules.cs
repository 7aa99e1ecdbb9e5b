namespace Sacredboard.Data.Stores;

/// <summary>Checks the options that say which folders of a place are searched.</summary>
internal static class FolderRules
{
    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> Options =
        [nameof(PlaceOptions.FolderDepth), nameof(PlaceOptions.MaxFolders), nameof(PlaceOptions.ExcludeFolders)];

    /// <summary>What one of them needs, see <see cref="IBackend.Needs"/>.</summary>
    public static string Needs(string option) =>
        option == nameof(PlaceOptions.MaxFolders) ? "a directory with runs" : "a place with folders, which a directory or a bucket is";

    public static IEnumerable<PlaceProblem> Check(PlaceOptions place)
    {
        if (place.FolderDepth is < 0 or > 100)
        {
            yield return new(nameof(place.FolderDepth), $"is {place.FolderDepth}, allowed is a number from 0 (no folders) to 100");
        }

        if (place.MaxFolders is < 1)
        {
            yield return new(nameof(place.MaxFolders), $"is {place.MaxFolders}, allowed is a number from 1");
        }
    }
}
