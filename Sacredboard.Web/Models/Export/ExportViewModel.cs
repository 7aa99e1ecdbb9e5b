namespace Sacredboard.Web.Models.Export;

/// <summary>The ways to take what the table shows somewhere else.</summary>
public sealed record ExportViewModel
{
    /// <summary>What can be taken out as files.</summary>
    public required IReadOnlyList<ExportChoice> Choices { get; init; }

    /// <summary>A few lines of Python that read the CSV; scheme and host come between.</summary>
    public required (string Before, string After) Pandas { get; init; }

    /// <summary>A few lines of Python that ask the database itself; null where the runs lie in none, or the query is none.</summary>
    public required string? Pymongo { get; init; }
}

/// <param name="What">A word that tells it from the others.</param>
/// <param name="Title">What it is and how much: "1,204 runs, the columns shown".</param>
public sealed record ExportChoice(string What, string Title, string CsvUrl, string JsonUrl);
