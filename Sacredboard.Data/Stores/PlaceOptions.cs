using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores;

/// <summary>The configured place of a source: a URL or a directory, and further options of its backend.</summary>
public class PlaceOptions
{
    /// <summary>
    /// <c>mongodb://</c>, <c>mongodb+srv://</c>, <c>s3://</c>, <c>gs://</c>, or a database of a SqlObserver: <c>sqlite:///</c>,
    /// <c>postgresql://</c>, <c>mysql://</c>.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>
    /// The directory of a FileStorageObserver, a tree of such directories, the directory of a TinyDbObserver or of TensorBoard logs, or an
    /// SQLite file; <c>~</c> is the home directory.
    /// </summary>
    public string? Directory { get; set; }

    /// <summary>MongoDB: the database. Default: the path of the URL, or else <c>sacred</c>.</summary>
    public string? Database { get; set; }

    /// <summary>MongoDB: the collection of the runs. Default <c>runs</c>.</summary>
    public string? Collection { get; set; }

    /// <summary>MongoDB: the observer's <c>collection_prefix</c>. Default none.</summary>
    public string? CollectionPrefix { get; set; }

    /// <summary>Directories and buckets: levels of folders that are searched for runs. Default 8; 0 searches none.</summary>
    public int? FolderDepth { get; set; }

    /// <summary>Directories: no more folders than this are searched. Default 20,000.</summary>
    public int? MaxFolders { get; set; }

    /// <summary>
    /// Directories and buckets: names (<c>old_*</c>) or paths (<c>lab/alice/*</c>) of folders that are not searched. Default none.
    /// </summary>
    public IList<string> ExcludeFolders { get; set; } = [];

    /// <summary>Buckets: the URL of the service. Default: that of Amazon S3, for <c>gs://</c> that of Google Cloud Storage.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Buckets: the region. Default: that of the profile or environment, or else <c>us-east-1</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Buckets: whether the bucket stands in the path of addresses and not in the host. Default: with an endpoint.</summary>
    public bool? PathStyle { get; set; }

    /// <summary>
    /// Buckets: the profile in the AWS configuration with the credentials. Default: those in the environment, or of this machine.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>The beginning of the URL, such as <c>mongodb://</c>; "" for a URL without a scheme, null without a URL.</summary>
    internal string? Scheme => Url?[..(Url.IndexOf("://", StringComparison.Ordinal) is var end and >= 0 ? end + 3 : 0)];

    /// <summary>The directory as an absolute path without a slash at its end.</summary>
    internal string FullDirectory => Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(Directory ?? "")));

    /// <summary>Which folders are searched.</summary>
    internal FolderOptions Folders => new()
    {
        Depth = FolderDepth ?? FolderOptions.DefaultDepth,
        MaxFolders = MaxFolders ?? FolderOptions.DefaultMaxFolders,
        Exclude = [.. ExcludeFolders],
    };

    /// <summary>The names of the options that have a value.</summary>
    internal IReadOnlyList<string> Given =>
    [
        .. new (string Name, object? Value)[]
        {
            (nameof(Url), Url),
            (nameof(Directory), Directory),
            (nameof(Database), Database),
            (nameof(Collection), Collection),
            (nameof(CollectionPrefix), CollectionPrefix),
            (nameof(FolderDepth), FolderDepth),
            (nameof(MaxFolders), MaxFolders),
            (nameof(ExcludeFolders), ExcludeFolders.Count > 0 ? ExcludeFolders : null),
            (nameof(Endpoint), Endpoint),
            (nameof(Region), Region),
            (nameof(PathStyle), PathStyle),
            (nameof(Profile), Profile),
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
