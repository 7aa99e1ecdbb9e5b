namespace Sacredboard.Web.Models.Export;

/// <summary>The exports of a table.</summary>
public sealed record ExportViewModel
{
    /// <summary>The exports as files.</summary>
    public required IReadOnlyList<ExportChoice> Choices { get; init; }

    /// <summary>Python that reads the CSV; scheme and host of the server go between the two parts.</summary>
    public required (string Before, string After) Pandas { get; init; }

    /// <summary>Python that queries the database; null if the runs are not in a database, or the query has an error.</summary>
    public required string? Pymongo { get; init; }
}

/// <param name="What">A word that identifies it.</param>
/// <param name="Title">Content and size: "1,204 runs, the columns shown".</param>
public sealed record ExportChoice(string What, string Title, string CsvUrl, string JsonUrl);
