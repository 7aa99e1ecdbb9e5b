namespace Sacredboard.Web.Options;

/// <summary>One place with runs: a MongoDB (<see cref="Url"/>) or a directory of a FileStorageObserver.</summary>
public sealed class SourceOptions
{
    /// <summary>Stands in every URL of this source: letters, digits, <c>-</c> and <c>_</c>. Default: made from the database's or directory's name.</summary>
    public string? Name { get; set; }

    /// <summary>For people. Default: the name.</summary>
    public string? Title { get; set; }

    /// <summary><c>mongodb://</c> or <c>mongodb+srv://</c>.</summary>
    public string? Url { get; set; }

    /// <summary>The directory that a FileStorageObserver writes to; <c>~</c> is the home directory.</summary>
    public string? Directory { get; set; }

    /// <summary>MongoDB: default the one in the URL's path, or else <c>sacred</c>.</summary>
    public string? Database { get; set; }

    /// <summary>MongoDB: the collection of the runs. Default <c>runs</c>.</summary>
    public string? Collection { get; set; }

    /// <summary>MongoDB: the <c>collection_prefix</c> that the observer was given. Default none.</summary>
    public string? CollectionPrefix { get; set; }

    /// <summary>Show only so many runs, the newest. Default all.</summary>
    public int? MaxRuns { get; set; }

    /// <summary>Show only runs started since then (ISO 8601, UTC). Default all.</summary>
    public DateTimeOffset? Since { get; set; }
}
