namespace Sacredboard.Web.Models.Columns;

/// <summary>The form for the name and the format of a column.</summary>
/// <param name="Path">The address that the form is sent to.</param>
/// <param name="FormFields">Its hidden fields.</param>
public sealed record ColumnLookViewModel(string Path, IEnumerable<KeyValuePair<string, string>> FormFields, ChosenColumn Column);
