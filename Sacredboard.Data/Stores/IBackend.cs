namespace Sacredboard.Data.Stores;

/// <summary>
/// One kind of store: which places are its own, what their options may be, and how they are opened. Each lies in a folder of its own
/// together with the method that adds it to <see cref="Backends"/>.
/// </summary>
public interface IBackend
{
    /// <summary>What its places are, to follow "allowed is": <c>a mongodb:// URL</c>.</summary>
    string Allowed { get; }

    /// <summary>The names of the <see cref="PlaceOptions"/> that it reads beside the URL or the directory.</summary>
    IReadOnlyList<string> Options => [];

    /// <summary>What these are good for, to follow "needs": <c>a MongoDB to read from; give a mongodb:// URL as well</c>.</summary>
    string Needs => "";

    /// <summary>Whether the place is of this kind; it may still be wrong.</summary>
    bool Recognizes(PlaceOptions place);

    /// <summary>What is wrong with the options of a place of this kind; that it cannot be reached is no mistake.</summary>
    IEnumerable<PlaceProblem> Check(PlaceOptions place);

    /// <summary>What people call the place: the database, or the directory's last name.</summary>
    string ShortName(PlaceOptions place);

    /// <summary>Neither connects nor waits. The options were checked before.</summary>
    IRunStore Open(PlaceOptions place, StoreContext context);
}
