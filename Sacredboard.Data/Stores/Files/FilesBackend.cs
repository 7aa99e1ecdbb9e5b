namespace Sacredboard.Data.Stores.Files;

public static class FilesBackendRegistration
{
    /// <summary>Runs that a FileStorageObserver wrote. It takes any directory, so it must be added after more special backends.</summary>
    public static Backends AddFiles(this Backends backends) => backends.Add(new FilesBackend());
}

internal sealed class FilesBackend : IBackend
{
    public string Allowed => "a directory of a FileStorageObserver";

    public bool Recognizes(PlaceOptions place) => place is { Scheme: null, Directory: not null };

    public IEnumerable<PlaceProblem> Check(PlaceOptions place) =>
        place.Directory is { Length: 0 } ? [new(
            nameof(place.Directory),
            "is empty, allowed is the directory that a FileStorageObserver writes to")]
        : Directory.Exists(HomePath.Expand(place.Directory!)) ? []
        : [new(
            nameof(place.Directory),
            $"there is no directory '{place.Directory}'; allowed is {PlaceProblem.AnyPlace}") { MayBeTemporary = true }];

    public string ShortName(PlaceOptions place) => Path.GetFileName(place.FullDirectory);

    public IRunStore Open(PlaceOptions place, StoreContext context) => new FileStorageRunStore(place.FullDirectory, context.Time);
}
