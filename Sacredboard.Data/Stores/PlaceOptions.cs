namespace Sacredboard.Data.Stores;

/// <summary>The configured place of a source: a URL or a directory, and further options of its backend.</summary>
public class PlaceOptions
{
    /// <summary>
    /// <c>mongodb://</c>, <c>mongodb+srv://</c>, or a database of a SqlObserver: <c>sqlite:///</c>, <c>postgresql://</c>, <c>mysql://</c>.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>
    /// The directory of a FileStorageObserver, of a TinyDbObserver or of TensorBoard logs, or an SQLite file; <c>~</c> is the home
    /// directory.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>MongoDB: the database. Default: the path of the URL, or else <c>sacred</c>.</summary>
    public string? Database { get; set; }

    /// <summary>MongoDB: the collection of the runs. Default <c>runs</c>.</summary>
    public string? Collection { get; set; }

    /// <summary>MongoDB: the observer's <c>collection_prefix</c>. Default none.</summary>
    public string? CollectionPrefix { get; set; }

    /// <summary>The beginning of the URL, such as <c>mongodb://</c>; "" for a URL without a scheme, null without a URL.</summary>
    internal string? Scheme => Url?[..(Url.IndexOf("://", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : 0)];

    /// <summary>The directory as an absolute path without a slash at its end.</summary>
    internal string FullDirectory => Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(Directory ?? "")));

    /// <summary>The names of the options that have a value.</summary>
    internal IReadOnlyList<string> Given =>
    [
        .. new[]
        {
            (Name: nameof(Url), Value: Url),
            (Name: nameof(Directory), Value: Directory),
            (Name: nameof(Database), Value: Database),
            (Name: nameof(Collection), Value: Collection),
            (Name: nameof(CollectionPrefix), Value: CollectionPrefix),
        }.Where(option => option.Value is not null).Select(option => option.Name),
    ];
}

/// <summary>A problem of a <see cref="PlaceOptions"/>.</summary>
/// <param name="Option">The name of the option; "" for the place as a whole.</param>
/// <param name="Text">The problem and what is allowed, to follow the name. Never contains a URL, which may hold a password.</param>
public sealed record PlaceProblem(string Option, string Text)
{
    /// <summary>The other option when the two cannot be combined; <see cref="Text"/> is "" then.</summary>
    public string? ConflictsWith { get; init; }

    /// <summary>The place may become valid later, such as a directory on a network, so it is an error only on the command line.</summary>
    public bool MayBeTemporary { get; init; }

    /// <summary>Placeholder in <see cref="Text"/> for the places that all backends allow.</summary>
    internal const string AnyPlace = "{place}";

    public static PlaceProblem Conflict(string option, string other) => new(option, "") { ConflictsWith = other };
}
