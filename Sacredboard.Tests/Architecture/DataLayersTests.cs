using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Architecture;

/// <summary>Sacredboard.Data is built in layers: docs/architecture.md.</summary>
public sealed class DataLayersTests
{
    /// <summary>The folders in order: each may use those before it.</summary>
    private static readonly string[] Order =
    [
        "Values",
        "Values/Python",
        "Comparing",
        "Runs",
        "Metrics/Smoothing",
        "Metrics",
        "Metrics/Drawing",
        "Metrics/Aggregation",
        "Metrics/Info",
        "Fields",
        "Stores/Logs",
        "Stores/Directories",
        "Stores",
        "Stores/RunFolders",
        "Stores/Mongo",
        "Stores/Files",
        "Stores/Buckets",
        "Stores/Sql/Dialects",
        "Stores/Sql",
        "Stores/TensorBoard/Messages",
        "Stores/TensorBoard",
        "Stores/TinyDb",
        "Catalog/Storage",
        "Catalog/Columns",
        "Catalog/Statistics",
        "Catalog/Snapshots",
        "Catalog/Loading",
        "Catalog",
        "Sources",
        "Sources/Joining",
        "Queries/Language",
        "Queries/Sorting",
        "Queries/Totals",
        "Queries/Evaluation",
        "Queries/Corrections",
        "Queries/Answering",
        "Queries/Columns",
        "Queries/Grouping",
        "Queries/Plotting",
        "Queries/Continuing",
        "Queries/Effects",
        "Differences",
        "Queries/Suggesting",
        "Queries",
        "Queries/MongoFilters",
        "State",
    ];

    private static readonly Lazy<IReadOnlyList<TypeUse>> Uses =
        new(() =>
            [.. TypeUse.Of(typeof(Run).Assembly, "Sacredboard.Data")
                .Where(use => use.UsedFolder is not null && use.UsedFolder != use.Folder)]);

    [Fact]
    public void Each_folder_uses_only_those_before_it() =>
        TypeUse.AssertNone(Uses.Value.Where(use =>
            Array.IndexOf(Order, use.UsedFolder) < 0 || Array.IndexOf(Order, use.Folder) < Array.IndexOf(Order, use.UsedFolder)));

    // TensorBoard logs may lie beside what any store reads, so a source is put together with them.
    [Fact]
    public void No_backend_uses_another_and_nothing_before_or_behind_them_uses_one() =>
        TypeUse.AssertNone(Uses.Value.Where(use =>
            Backend(use.UsedFolder!) is { } backend
                && Backend(use.Folder) != backend
                && use is not { Folder: "Sources", UsedFolder: "Stores/TensorBoard" }));

    [Fact]
    public void State_stands_apart() => TypeUse.AssertNone(Uses.Value.Where(use => use.Folder == "State" || use.UsedFolder == "State"));

    [Fact]
    public void Knows_no_pages() =>
        Assert.DoesNotContain(
            typeof(Run).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static string? Backend(string folder) =>
        folder.Split('/') is ["Stores", var backend, ..] && backend is not ("Directories" or "Logs" or "RunFolders") ? backend : null;
}
