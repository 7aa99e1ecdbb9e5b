using System.Globalization;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Sources;

/// <summary>The addresses of the pages of one source, with the path that Sacredboard is served under in front.</summary>
public sealed class SourceUrls(PathString pathBase, Source source)
{
    private readonly string _root = $"{pathBase.ToUriComponent()}/{source.Name}";

    /// <summary>Leads to the view that was chosen as the first.</summary>
    public string Home => _root;

    public string Runs => _root + "/runs";

    /// <summary>What changed in a table of runs since it was last asked for.</summary>
    public string Changes => _root + "/changes";

    /// <summary>Where the columns of a table are chosen.</summary>
    public string Columns => _root + "/columns";

    /// <summary>What can be done with the selected runs of a table.</summary>
    public string Selection => _root + "/selection";

    /// <summary>Runs side by side.</summary>
    public string Compare => _root + "/compare";

    /// <summary>The curves of many runs, for charts.</summary>
    public string CurveData => $"{pathBase.ToUriComponent()}/api/v1/{source.Name}/curves";

    /// <summary>The runs that were chosen in a plot, as a query.</summary>
    public string PlotSelection => Compare + "/selection";

    /// <summary>Fields of many runs, for plots.</summary>
    public string ValueData => $"{pathBase.ToUriComponent()}/api/v1/{source.Name}/values";

    /// <summary>The saved views.</summary>
    public string Views => _root + "/views";

    /// <summary>What is done to a saved view.</summary>
    /// <param name="change"><c>query</c>, <c>name</c>, <c>default</c> or <c>delete</c>.</param>
    public string View(long id, string change) => string.Create(CultureInfo.InvariantCulture, $"{Views}/{id}/{change}");

    /// <summary>All runs of a table as a file.</summary>
    /// <param name="ending"><c>csv</c> or <c>json</c>.</param>
    public string Export(string ending) => $"{Runs}.{ending}";

    /// <summary>All groups of a table of groups as a file.</summary>
    /// <param name="ending"><c>csv</c> or <c>json</c>.</param>
    public string GroupExport(string ending) => $"{_root}/groups.{ending}";

    /// <summary>How a query can go on.</summary>
    public string Suggestions => _root + "/suggest";

    /// <summary>Puts a term into the query.</summary>
    public string Term => _root + "/term";

    /// <summary>What a table can do with a value of a run.</summary>
    public string Value => _root + "/value";

    /// <summary>How queries are written.</summary>
    public string QueryHelp => _root + "/help";

    /// <summary>The page of a run; where the runs of several sources are together, that of its own source.</summary>
    public string Run(RunId id) =>
        source.Joined?.Split(id) is var (member, own) && source.Members().FirstOrDefault(other => other.Name == member.Name) is { } other
            ? Of(other).Run(own)
            : $"{Runs}/{Segment(id)}";

    public string Run(RunId id, string tab) => $"{Run(id)}/{tab}";

    /// <summary>A run's details as they expand under its row.</summary>
    public string Row(RunId id) => $"{Runs}/{Segment(id)}/row";

    /// <summary>All that is known of a run, for scripts.</summary>
    public string RunData(RunId id) => $"{pathBase.ToUriComponent()}/api/v1/{source.Name}/runs/{Segment(id)}";

    /// <summary>The points of one metric, for charts.</summary>
    public string MetricData(RunId id, string name) => $"{RunData(id)}/metrics/{UrlSegment.Encode(name)}";

    /// <summary>The points of several metrics of a run, for one chart: without their names.</summary>
    public string RunCurves(RunId id) => $"{RunData(id)}/curves";

    /// <summary>Where one TensorBoard for several runs is started.</summary>
    public string TensorBoards => _root + "/tensorboard";

    /// <summary>The page about it, by the segments of its runs.</summary>
    public string TensorBoard(IEnumerable<string> runs) => $"{TensorBoards}?{string.Join('&', runs.Select(run => "ids=" + run))}";

    /// <summary>That TensorBoard itself.</summary>
    public string TensorBoard(string key) => $"{_root}/tensorboard/{key}/";

    /// <summary>A file that the run lists.</summary>
    public string File(RunId id, string fileId) => Run(id, "files/" + fileId);

    /// <summary>A picture out of a run's TensorBoard logs.</summary>
    /// <param name="at">Where it lies, so that the address never shows another one.</param>
    public string Picture(RunId id, string name, int place, int picture, string at) =>
        Run(id, $"pictures/{UrlSegment.Encode(name)}/{place}/{picture}?at={at}");

    /// <summary>A histogram's quantiles over steps, for charts.</summary>
    public string Distribution(RunId id, string name) => Run(id, "distributions/" + UrlSegment.Encode(name));

    /// <summary>The runs of several sources are together, so that a run's page is not one of this source.</summary>
    public bool IsJoined => source.Joined is not null;

    /// <summary>The addresses of another source.</summary>
    public SourceUrls Of(Source other) => new(pathBase, other);

    public string Segment(RunId id) => id.ToSegment(source.Info.IdsAreText);

    /// <summary>The id that stands in a URL; false for what is none.</summary>
    public bool TryParse(string? segment, out RunId id)
    {
        id = default;
        return segment is not null && RunId.TryParse(segment, source.Info.IdsAreText, out id);
    }
}
