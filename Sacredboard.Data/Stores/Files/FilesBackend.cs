using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Files;

public static class FilesBackendRegistration
{
    /// <summary>
    /// Runs that a FileStorageObserver wrote, in one directory or in a tree of them. It takes any directory, so it must be added after more
    /// special backends.
    /// </summary>
    public static Backends AddFiles(this Backends backends) => backends.Add(new FilesBackend(backends));
}

/// <param name="backends">What else may lie in the folders of a tree.</param>
internal sealed class FilesBackend(Backends backends) : IBackend
{
    public string Allowed => "a directory of a FileStorageObserver or of such directories";

    public IReadOnlyList<string> Options => FolderRules.Options;

    public bool Recognizes(PlaceOptions place) => place is { Scheme: null, Directory: not null };

    public IEnumerable<PlaceProblem> Check(PlaceOptions place) =>
    [
        .. FolderRules.Check(place),
        .. place.Directory is { Length: 0 } ? [new PlaceProblem(
            nameof(place.Directory),
            "is empty, allowed is the directory that a FileStorageObserver writes to")]
        : Directory.Exists(HomePath.Expand(place.Directory!)) ? Array.Empty<PlaceProblem>()
        : [new PlaceProblem(
            nameof(place.Directory),
            $"there is no directory '{place.Directory}'; allowed is {PlaceProblem.AnyPlace}") { MayBeTemporary = true }],
    ];

    public string ShortName(PlaceOptions place) => Path.GetFileName(place.FullDirectory);

    public IRunStore Open(PlaceOptions place, StoreContext context)
    {
        var tree = new FolderTree(place.FullDirectory, place.Folders, context.Time);
        return backends.OpenTree(new FileStorageRunStore(tree, context.Time), tree, context);
    }
}
