using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.TensorBoard;

public static class TensorBoardBackendRegistration
{
    /// <summary>Directories of TensorBoard logs without Sacred.</summary>
    public static Backends AddTensorBoardLogs(this Backends backends) => backends.Add(new TensorBoardBackend());
}

internal sealed class TensorBoardBackend : IBackend
{
    public string Allowed => "a directory of TensorBoard logs";

    public IReadOnlyList<string> Options => FolderRules.Options;

    public bool Recognizes(PlaceOptions place) =>
        place is { Scheme: null, Directory.Length: > 0 } && LogDirectoryRunStore.Recognizes(place.FullDirectory, place.Folders);

    public IEnumerable<PlaceProblem> Check(PlaceOptions place) => FolderRules.Check(place);

    public string ShortName(PlaceOptions place) => Path.GetFileName(place.FullDirectory);

    public IRunStore Open(PlaceOptions place, StoreContext context) =>
        new LogDirectoryRunStore(place.FullDirectory, context.CacheBytes, context.Time, context.LogRoots);

    public IRunStore OpenBeside(FolderTree tree, StoreContext context) =>
        LogDirectoryRunStore.Beside(tree, context.CacheBytes, context.Time, context.LogRoots);
}
