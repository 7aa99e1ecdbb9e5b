using Sacredboard.Data.Runs;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.RunPage;

/// <summary>A request for a page of a run.</summary>
/// <param name="Urls">The addresses of the source's pages.</param>
/// <param name="State">What the address carries besides the run.</param>
public sealed record RunPageRequest(Source Source, SourceUrls Urls, RunId Id, RunPageState State)
{
    /// <summary>The addresses of pages of runs, which carry the same.</summary>
    public RunUrls Pages { get; } = new(Urls, State);

    /// <summary>How its files are listed.</summary>
    public required FileListState Files { get; init; }

    /// <summary>How its output is shown.</summary>
    public required OutputState Output { get; init; }

    /// <param name="segment">The URL segment of the run's id; for what is none the answer is null.</param>
    public static RunPageRequest? Of(HttpRequest request, Source source, string segment)
    {
        var urls = new SourceUrls(request.PathBase, source);
        return urls.TryParse(segment, out var id) ? new(source, urls, id, RunPageState.Read(request.Query))
        {
            Files = FileListState.Read(request.Query),
            Output = OutputState.Read(request.Query),
        } : null;
    }
}
