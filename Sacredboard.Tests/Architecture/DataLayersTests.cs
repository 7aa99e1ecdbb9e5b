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
        "Runs",
        "Metrics",
        "Fields",
        "Stores",
        "Stores/Directories",
        "Stores/Mongo",
        "Stores/Files",
        "Stores/TensorBoard/Messages",
        "Stores/TensorBoard",
        "Catalog/Storage",
        "Catalog/Columns",
        "Catalog/Statistics",
        "Catalog/Snapshots",
        "Catalog/Loading",
        "Catalog",
        "Queries/Language",
        "Queries/Sorting",
        "Queries/Totals",
        "Queries/Evaluation",
        "Queries/Answering",
        "Queries/Columns",
        "Queries/Grouping",
        "Queries/Suggesting",
        "Queries",
        "Queries/MongoFilters",
        "State",
    ];

    private static readonly Lazy<IReadOnlyList<FolderUse>> Uses = new(() => FolderUses.Of(typeof(Run).Assembly, "Sacredboard.Data"));

    [Fact]
    public void Each_folder_uses_only_those_before_it() =>
        Assert.Empty(Uses.Value.Where(use => Array.IndexOf(Order, use.To) < 0 || Array.IndexOf(Order, use.From) < Array.IndexOf(Order, use.To)));

    [Fact]
    public void No_backend_uses_another() =>
        Assert.Empty(Uses.Value.Where(use => Backend(use.From) is { } backend && Backend(use.To) is { } other && backend != other));

    [Fact]
    public void Nothing_else_knows_a_backend() =>
        Assert.Empty(Uses.Value.Where(use => Backend(use.From) is null && Backend(use.To) is not null));

    [Fact]
    public void State_stands_apart() => Assert.Empty(Uses.Value.Where(use => use.From == "State" || use.To == "State"));

    [Fact]
    public void Knows_no_pages() =>
        Assert.Empty(typeof(Run).Assembly.GetReferencedAssemblies().Where(assembly => assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));

    private static string? Backend(string folder) => folder.Split('/') is ["Stores", var backend, ..] && backend != "Directories" ? backend : null;
}
