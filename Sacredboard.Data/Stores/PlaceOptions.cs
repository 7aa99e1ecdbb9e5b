namespace Sacredboard.Data.Stores;

/// <summary>The place that a source reads, as it is configured: a URL or a directory, and what else its backend has to know.</summary>
public class PlaceOptions
{
    /// <summary><c>mongodb://</c> or <c>mongodb+srv://</c>.</summary>
    public string? Url { get; set; }

    /// <summary>The directory of a FileStorageObserver or of TensorBoard logs; <c>~</c> is the home directory.</summary>
    public string? Directory { get; set; }

    /// <summary>MongoDB: the database. Default: the path of the URL, or else <c>sacred</c>.</summary>
    public string? Database { get; set; }

    /// <summary>MongoDB: the collection of the runs. Default <c>runs</c>.</summary>
    public string? Collection { get; set; }

    /// <summary>MongoDB: the observer's <c>collection_prefix</c>. Default none.</summary>
    public string? CollectionPrefix { get; set; }

    /// <summary>What the URL begins with, <c>mongodb://</c>; "" of a URL that begins with none, null of a directory.</summary>
    internal string? Scheme => Url?[..(Url.IndexOf("://", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : 0)];

    /// <summary>The directory as an absolute path without a slash at its end.</summary>
    internal string FullDirectory => Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(Directory ?? "")));

    /// <summary>The options that say something, by name.</summary>
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

/// <summary>What is wrong with a <see cref="PlaceOptions"/>.</summary>
/// <param name="Option">Its name; "" for the place as a whole.</param>
/// <param name="Text">What is wrong and what is allowed, to follow the name. Never repeats a URL, which may hold a password.</param>
public sealed record PlaceProblem(string Option, string Text)
{
    /// <summary>The option that it stands beside, when the two exclude each other; <see cref="Text"/> is "" then.</summary>
    public string? Beside { get; init; }

    /// <summary>It may be right later, as a directory in a network: a mistake only where it was typed just now.</summary>
    public bool MayComeRight { get; init; }

    /// <summary>Stands in <see cref="Text"/> for all the places that could be meant.</summary>
    internal const string AnyPlace = "{place}";

    public static PlaceProblem Excluded(string option, string beside) => new(option, "") { Beside = beside };
}
