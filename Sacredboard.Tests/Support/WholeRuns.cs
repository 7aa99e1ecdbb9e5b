using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Support;

public static class WholeRuns
{
    /// <summary>The run with all of its trees.</summary>
    public static Task<Run?> FindAsync(this IRunStore store, RunId id, CancellationToken cancellationToken) =>
        store.FindAsync(id, RunParts.All, cancellationToken);
}
