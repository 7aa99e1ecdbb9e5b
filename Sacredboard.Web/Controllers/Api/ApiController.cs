using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Controllers.Api;

/// <summary>What all answers of the API have in common. Only ever reads.</summary>
[ApiController]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")]
public abstract class ApiController(SourceRegistry sources) : ControllerBase
{
    // Versions count from the start of the program, so those of the last one must not look like these.
    private static readonly string Instance = RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>The source of the URL; a URL with another name was answered before.</summary>
    protected Source Source => sources.Find(RouteData.Values[SourceBinding.RouteKey] as string)!;

    protected SourceUrls Urls => new(Request.PathBase, Source);

    /// <summary>All runs, as far as they were read. Before the storage was reached for the first time, none is no answer.</summary>
    /// <exception cref="RunStoreException">It cannot be reached.</exception>
    protected CatalogSnapshot TakeSnapshot() => Source.Catalog is { State: { AsOf: null, Phase: CatalogPhase.Unavailable } state }
        ? throw new RunStoreException(RunStoreProblem.Unreachable, state.Message ?? "The storage does not answer.")
        : Source.Catalog.Snapshot;

    protected bool TryReadId(out RunId id) => Urls.TryParse((string)RouteData.Values["id"]!, out id);

    /// <summary>Whether there is such a run, also one that the catalog does not know yet.</summary>
    protected async Task<bool> ExistsAsync(RunId id, CancellationToken cancellationToken) =>
        Source.Catalog.Snapshot.Find(id) is not null || (await Source.Store.ReadSummariesAsync([id], cancellationToken)).Count > 0;

    /// <summary>Names the content of an answer; true when that is what the client has already.</summary>
    protected bool IsKnown(params ReadOnlySpan<long> versions)
    {
        var tag = $"W/\"{Instance}";
        foreach (var version in versions)
        {
            tag += "-" + version.ToString(CultureInfo.InvariantCulture);
        }

        Response.Headers.ETag = tag + "\"";
        return Knows(Request.Headers.IfNoneMatch, tag + "\"");
    }

    protected static ObjectResult NoSuch(string what) => Problem(new()
    {
        Status = StatusCodes.Status404NotFound,
        Title = $"There is no such {what}",
        Detail = $"No {what} of this source answers to the name in the URL. It may have been deleted.",
    });

    /// <summary>400 that names the parameter and, where there is one, the place of the fault, from 0.</summary>
    protected static ObjectResult BadParameter(string parameter, string detail, int? position = null) => Problem(new()
    {
        Status = StatusCodes.Status400BadRequest,
        Title = $"The parameter {parameter} cannot be read",
        Detail = detail,
        Extensions = { ["parameter"] = parameter, ["position"] = position },
    });

    /// <summary>400 that names the place of the fault, and what may have been meant.</summary>
    protected static ObjectResult BadQuery(QueryError error) => Problem(new()
    {
        Status = StatusCodes.Status400BadRequest,
        Title = "The parameter q cannot be read",
        Detail = error.Message + ".",
        Extensions = { ["parameter"] = "q", ["position"] = error.Position, ["length"] = error.Length, ["suggestion"] = error.Suggestion },
    });

    private static ObjectResult Problem(ProblemDetails problem) =>
        new(problem) { StatusCode = problem.Status, ContentTypes = { "application/problem+json" } };

    private static bool Knows(StringValues header, string tag) =>
        header.SelectMany(line => line!.Split(',', StringSplitOptions.TrimEntries)).Any(known => known == tag || known == "*");
}
