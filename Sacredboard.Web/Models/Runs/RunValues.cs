using Sacredboard.Data.Catalog;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Models.Runs;

/// <summary>The values of runs as they may be shown.</summary>
public static class RunValues
{
    /// <summary><see cref="CatalogSnapshot.Value"/> with its secrets masked. A metric holds none, whatever its name is.</summary>
    public static SacredValue? Shown(this CatalogSnapshot snapshot, CatalogRun run, RunField field) =>
        snapshot.Value(run, field) is not { } value ? null
        : field.Root == FieldRoot.Metric ? value
        : SecretMask.At(field.Path, value);
}
