using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Options;

/// <summary>One place with runs, and how it is shown.</summary>
public sealed class SourceOptions : PlaceOptions
{
    /// <summary>
    /// The name in the source's URLs: letters, digits, <c>-</c> and <c>_</c>. Default: made from the name of the database or
    /// directory.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The name for display. Default: the name.</summary>
    public string? Title { get; set; }

    /// <summary>Shows only this many of the newest runs. Default all.</summary>
    public int? MaxRuns { get; set; }

    /// <summary>Shows only runs that started since this time (ISO 8601, UTC). Default all.</summary>
    public DateTimeOffset? Since { get; set; }
}
