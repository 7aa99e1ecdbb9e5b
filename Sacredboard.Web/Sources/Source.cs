using Sacredboard.Data.Catalog;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.TensorBoard;

namespace Sacredboard.Web.Sources;

/// <summary>One place with runs, under the name that stands in its URLs. Actions take it as a parameter named <c>source</c>.</summary>
public sealed class Source(string name, string title, IRunStore store, RunCatalog catalog)
{
    /// <summary>One URL segment.</summary>
    public string Name { get; } = name;

    public string Title { get; } = title;

    public IRunStore Store { get; } = store;

    public RunCatalog Catalog { get; } = catalog;

    /// <summary>The TensorBoard logs of its runs.</summary>
    public TensorBoardLogs Logs { get; init; } = TensorBoardLogs.None;

    /// <summary>Where its runs keep TensorBoard logs, and which of these places may be opened.</summary>
    public LogDirectories LogDirectories => Logs.Rule;
}
