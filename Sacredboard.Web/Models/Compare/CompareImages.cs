namespace Sacredboard.Web.Models.Compare;

/// <summary>Pictures of the same name side by side.</summary>
/// <param name="Columns">The indices of the runs that are columns.</param>
/// <param name="Rows">The pictures, by name.</param>
/// <param name="Left">How many more names there are.</param>
/// <param name="Series">The numbers that the pictures of a series have; null when none is numbered.</param>
public sealed record CompareImages(
    ComparedPair Pair, IReadOnlyList<int> Columns, IReadOnlyList<ImageRow> Rows, int Left, ImageNumbers? Series)
    : ComparePairContent(Pair);

/// <param name="Name">The name; with <c>*</c> for the number of a series.</param>
/// <param name="Images">One for each column; null where the run has none.</param>
public sealed record ImageRow(string Name, IReadOnlyList<ComparedImage?> Images);

/// <summary>A picture of a run.</summary>
/// <param name="Name">Its name in full.</param>
/// <param name="Url">The picture.</param>
/// <param name="ViewUrl">The page that shows it.</param>
public sealed record ComparedImage(string Name, string Url, string ViewUrl);

/// <summary>The numbers of the pictures of all series.</summary>
/// <param name="Shown">The number that is shown: of each series the last picture up to it.</param>
/// <param name="Step">The smallest distance of two numbers.</param>
/// <param name="Previous">The number before it; null for the first.</param>
/// <param name="Next">The number after it; null for the last.</param>
public sealed record ImageNumbers(long First, long Last, long Shown, long Step, long? Previous, long? Next)
{
    /// <summary>The last number that a slider with such steps can reach, not less than the last one.</summary>
    public long Max => First + ((Last - First + Step - 1) / Step * Step);
}
