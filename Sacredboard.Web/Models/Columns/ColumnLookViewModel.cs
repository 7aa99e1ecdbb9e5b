namespace Sacredboard.Web.Models.Columns;

/// <summary>The form in which the name and the look of a column are changed.</summary>
/// <param name="Path">Where it is sent.</param>
/// <param name="Kept">What it sends besides.</param>
public sealed record ColumnLookViewModel(string Path, IEnumerable<KeyValuePair<string, string>> Kept, ChosenColumn Column);
