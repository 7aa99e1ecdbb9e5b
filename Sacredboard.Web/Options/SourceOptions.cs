namespace Sacredboard.Web.Options;

/// <summary>One place with runs: a MongoDB (<see cref="Url"/>) or a directory (<see cref="Directory"/>).</summary>
public sealed class SourceOptions
{
    /// <summary>
    /// The name in the source's URLs: letters, digits, <c>-</c> and <c>_</c>. Default: made from the name of the database or
    /// directory.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The name for display. Default: the name.</summary>
    public string? Title { get; set; }

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

    /// <summary>Shows only this many of the newest runs. Default all.</summary>
    public int? MaxRuns { get; set; }

    /// <summary>Shows only runs that started since this time (ISO 8601, UTC). Default all.</summary>
    public DateTimeOffset? Since { get; set; }
}
