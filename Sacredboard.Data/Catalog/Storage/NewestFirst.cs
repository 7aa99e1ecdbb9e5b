namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// The default order of runs: those that wait, last queued first; then those that started, last started first; then those of unknown
/// time.
/// </summary>
internal static class NewestFirst
{
    public static int Compare(CatalogRun a, CatalogRun b) =>
        a.IsWaiting != b.IsWaiting ? b.IsWaiting.CompareTo(a.IsWaiting)
        : a.Since != b.Since ? b.Since.CompareTo(a.Since)
        : b.Id.CompareTo(a.Id);

    /// <summary>True when two states of one run have the same place.</summary>
    public static bool IsSamePlace(CatalogRun a, CatalogRun b) => a.IsWaiting == b.IsWaiting && a.Since == b.Since;
}
