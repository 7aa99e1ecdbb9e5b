using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Columns;

/// <summary>When one of a run's own properties is a column although nobody asked for it.</summary>
public enum OwnColumnUse
{
    /// <summary>Always, in front of all others; it cannot be chosen.</summary>
    Fixed,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Unless there are runs on the page and none of them has it.</summary>
    Expected,

    /// <summary>Where any run of the page has it.</summary>
    WhereAny,

    /// <summary>Where any run of the page has it, behind the config keys that differ.</summary>
    WhereAnyLast,

    /// <summary>Never.</summary>
    OnDemand,
}

/// <summary>How the table shows one of a run's own properties; the rest its <see cref="OwnField.Kind"/> says.</summary>
/// <param name="Field">Which.</param>
/// <param name="Title">What stands above it, also in files that are exported.</param>
/// <param name="Use">When it is shown.</param>
public sealed record OwnColumn(OwnField Field, string Title, OwnColumnUse Use)
{
    /// <summary>What a cell says of a property of the kind <see cref="OwnKind.Text"/>.</summary>
    public Func<CatalogRun, string?> Text { get; init; } = run => run.Text(Field);

    /// <summary>Of a long text both ends are shown, as of names that differ in their ends.</summary>
    public bool CutsMiddle { get; init; }

    /// <summary>The cell has a warning for a run that cannot be read in full.</summary>
    public bool Warns { get; init; }

    public bool HasValue(CatalogRun run) => Field.Kind switch
    {
        OwnKind.Text => !string.IsNullOrEmpty(Text(run)),
        OwnKind.Time => run.Time(Field) is not null,
        OwnKind.Tags => run.Tags.Count > 0,
        _ => true,
    };
}
