using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Columns;

/// <summary>When an own field of a run is a column by default.</summary>
public enum OwnColumnUse
{
    /// <summary>Always, in front of all other columns; it cannot be chosen or removed.</summary>
    Fixed,

    /// <summary>Shown if runs of the source have a value.</summary>
    Present,

    /// <summary>Shown if not all runs of the source have the same.</summary>
    Differing,

    /// <summary>Shown while any run of the source is running.</summary>
    WhileRunning,

    /// <summary>Shown where failed runs are looked at.</summary>
    WithFailures,

    /// <summary>Only where it was chosen.</summary>
    OnDemand,
}

/// <summary>How the table shows an own field of a run, as far as its <see cref="OwnField.Kind"/> does not say it.</summary>
/// <param name="Title">The heading, also in exported files.</param>
/// <param name="Use">When it is shown by default.</param>
public sealed record OwnColumn(OwnField Field, string Title, OwnColumnUse Use)
{
    /// <summary>The text of a cell, for fields of the kind <see cref="OwnKind.Text"/>.</summary>
    public Func<CatalogRun, string?> Text { get; init; } = run => run.Text(Field);

    /// <summary>A long text is cut in its middle, for names that differ at their ends.</summary>
    public bool CutsMiddle { get; init; }

    /// <summary>The cell shows a warning for a run that cannot be read in full.</summary>
    public bool Warns { get; init; }

    /// <summary>By default it comes after the metrics and config keys.</summary>
    public bool IsBehindConfig { get; init; }
}
