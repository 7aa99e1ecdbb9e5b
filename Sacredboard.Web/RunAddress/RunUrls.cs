using Sacredboard.Data.Runs;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.RunAddress;

/// <summary>The addresses of the pages of runs, with what they carry along.</summary>
public sealed class RunUrls(SourceUrls urls, RunPageState state)
{
    // A table of all sources is no way back from a run of one.
    private readonly string _query = urls.IsJoined ? "" : state.Query;

    public RunUrls(SourceUrls urls, TableState table)
        : this(urls, new RunPageState { Table = table with { Edit = null } })
    {
    }

    public string Run(RunId id) => urls.Run(id) + _query;

    /// <param name="part">The rest of the path, such as the name of a tab.</param>
    public string Run(RunId id, string part) => urls.Run(id, part) + _query;

    /// <summary>The page that shows a file.</summary>
    public string FileView(RunId id, string fileId) => urls.File(id, fileId) + "/view" + _query;
}
