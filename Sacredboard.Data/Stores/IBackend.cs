using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores;

/// <summary>
/// One kind of storage: recognizes its places, checks their options and opens them. Each is in a folder of its own, together with the
/// method that adds it to <see cref="Backends"/>.
/// </summary>
public interface IBackend
{
    /// <summary>A description of its places, to follow "allowed is": <c>a mongodb:// URL</c>.</summary>
    string Allowed { get; }

    /// <summary>The names of the <see cref="PlaceOptions"/> that it uses besides the URL or the directory.</summary>
    IReadOnlyList<string> Options => [];

    /// <summary>What these options need, to follow "needs": <c>a MongoDB to read from; give a mongodb:// URL as well</c>.</summary>
    string Needs => "";

    /// <summary>Whether the place is of this kind; it may still have problems.</summary>
    bool Recognizes(PlaceOptions place);

    /// <summary>The problems of the options of a place of this kind, without connecting to it.</summary>
    IEnumerable<PlaceProblem> Check(PlaceOptions place);

    /// <summary>A short name for users: the database or the last part of the directory.</summary>
    string ShortName(PlaceOptions place);

    /// <summary>Finds the places inside of a place that passed <see cref="Check"/>; null for a place that is always one source.</summary>
    IPlaceFinder? Inside(PlaceOptions place) => null;

    /// <summary>Creates the store without connecting. The options must have passed <see cref="Check"/>.</summary>
    IRunStore Open(PlaceOptions place, StoreContext context);

    /// <summary>
    /// Creates a store of those runs in the folders of a tree that are of this kind, besides the ones of the backend that reads the tree;
    /// null when it has none there.
    /// </summary>
    IRunStore? OpenBeside(FolderTree tree, StoreContext context) => null;
}
