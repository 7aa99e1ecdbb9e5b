using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Columns;

/// <summary>Where the columns of the table are chosen: a page of its own, or a panel beside the table.</summary>
public sealed record ColumnChooserViewModel
{
    public required Source Source { get; init; }

    /// <summary>The addresses of this chooser, one for each state.</summary>
    public required TableUrls Urls { get; init; }

    /// <summary>The table with these columns.</summary>
    public required string TableUrl { get; init; }

    /// <summary>In the table's order; status and id, which are always there, left out.</summary>
    public required IReadOnlyList<ChosenColumn> Chosen { get; init; }

    /// <summary>Nobody has chosen them.</summary>
    public required bool IsUsual { get; init; }

    public required FieldTree Fields { get; init; }

    /// <summary>What is searched for in the tree.</summary>
    public required string Find { get; init; }

    /// <summary>What was done last; "" for nothing.</summary>
    public required string Said { get; init; }

    /// <summary>All that the next step has to know.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept(params string[] but) =>
        Find.Length == 0 || but.Contains("find") ? Urls.Fields(but) : Urls.Fields(but).Append(new("find", Find));
}

/// <param name="Title">What stands above it.</param>
/// <param name="IsEdited">Its name and look are being changed.</param>
public sealed record ChosenColumn(ColumnSpec Spec, string Title, bool IsFirst, bool IsLast, bool IsEdited)
{
    public string Field { get; } = Spec.Field.ToString();

    /// <summary>For those who listen; long ones are cut.</summary>
    public string Spoken => ValueText.Visible(Ellipsis.Middle(Title, 60));

    public bool IsNamed => Spec.Name is not null;

    /// <summary>How it is shown, in a few words; null for as usual.</summary>
    public string? Look => string.Join(", ", new[] { Spec.Numbers is { } numbers ? numbers.Describe() : null, Spec.Look.Describe() }.OfType<string>()) is { Length: > 0 } look ? look : null;
}
