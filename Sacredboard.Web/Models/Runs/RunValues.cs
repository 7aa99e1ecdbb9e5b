using Sacredboard.Data.Catalog;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Models.Runs;

/// <summary>The values of runs as they may be shown.</summary>
public static class RunValues
{
    /// <summary><see cref="CatalogSnapshot.Value"/> with its secrets masked. A metric holds none, whatever its name is.</summary>
    public static SacredValue? Shown(this CatalogSnapshot snapshot, CatalogRun run, RunField field) =>
        Masked(snapshot.Value(run, field), field);

    /// <summary>Those of many runs, in their order.</summary>
    public static IReadOnlyList<SacredValue?> Shown(this CatalogSnapshot snapshot, IReadOnlyList<CatalogRun> runs, RunField field) =>
        [.. snapshot.Values(runs, field).Select(value => Masked(value, field))];

    private static SacredValue? Masked(SacredValue? value, RunField field) =>
        value is null || field.Root == FieldRoot.Metric ? value : SecretMask.At(field.Path, value);
}
