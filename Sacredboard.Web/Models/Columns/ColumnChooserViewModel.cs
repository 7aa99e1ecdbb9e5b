using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Columns;

/// <summary>The chooser of columns: a page of its own, or a panel beside the table.</summary>
public sealed record ColumnChooserViewModel
{
    public required Source Source { get; init; }

    /// <summary>The addresses of the chooser.</summary>
    public required TableUrls Urls { get; init; }

    /// <summary>The address of the table with these columns.</summary>
    public required string TableUrl { get; init; }

    /// <summary>In the table's order, without status and id, which are always shown.</summary>
    public required IReadOnlyList<ChosenColumn> Chosen { get; init; }

    /// <summary>The columns are the default ones.</summary>
    public required bool HasDefaultColumns { get; init; }

    public required FieldTree Fields { get; init; }

    /// <summary>The words to search the tree for.</summary>
    public required string Find { get; init; }

    /// <summary>What the last step did, for screen readers; "" without a step.</summary>
    public required string Announcement { get; init; }

    /// <summary>The column that the last step added, moved or formatted, for the table to bring into view; null for none.</summary>
    public required string? Placed { get; init; }

    public bool IsSearched => Find.Length > 0;

    /// <summary>The hidden fields of the form that takes the next step.</summary>
    public IEnumerable<KeyValuePair<string, string>> FormFields(params string[] except) =>
        !IsSearched || except.Contains("find") ? Urls.Fields(except) : Urls.Fields(except).Append(new("find", Find));
}

/// <param name="Title">The heading.</param>
/// <param name="IsEdited">Its name and format are being edited.</param>
public sealed record ChosenColumn(ColumnSpec Spec, string Title, bool IsFirst, bool IsLast, bool IsEdited)
{
    public string Field { get; } = Spec.Field.ToString();

    /// <summary>The title for screen readers; long ones are cut.</summary>
    public string Spoken => ValueText.Visible(Ellipsis.Middle(Title, 60));

    public bool IsNamed => Spec.Name is not null;

    /// <summary>The format in a few words; null for the default.</summary>
    public string? Look =>
        string.Join(
            ", ",
            new[] { Spec.Numbers is { } numbers ? numbers.Describe() : null,
                Spec.Look.Describe() }.OfType<string>()) is { Length: > 0 } look ? look : null;
}
