using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Controllers.Api;

/// <summary>The base of all controllers of the API, which only reads.</summary>
[ApiController]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")]
public abstract class ApiController : ControllerBase
{
    protected const string WaitText =
        "How many seconds to wait at most, up to 300, until all runs are read and the statistics of metrics in the request are known.";

    protected const string ZoneText =
        "The zone in which days and times of the query are meant, such as Europe/Berlin. Default: UTC. Times in answers are always UTC.";

    // Versions count from the start of the process, so ETags of an earlier process must differ.
    private static readonly string Instance = RandomNumberGenerator.GetHexString(8, lowercase: true);

    private Source? _source;
    private SourceUrls? _urls;

    /// <summary>The source in the URL; URLs with unknown names do not get here.</summary>
    protected Source Source => _source ??= HttpContext.FindSource()!;

    // An answer may ask for the addresses of 100,000 runs.
    protected SourceUrls Urls => _urls ??= new(Request.PathBase, Source);

    /// <summary>Makes requests fail, instead of answering "no runs", before the storage was reached for the first time.</summary>
    /// <exception cref="RunStoreException">The storage cannot be reached.</exception>
    protected void EnsureRead()
    {
        if (Source.Catalog.State is { AsOf: null, Phase: CatalogPhase.Unavailable } state)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, state.Message ?? "The storage does not answer.");
        }
    }

    /// <summary>The table as <see cref="TableWaiter"/> waits for it.</summary>
    /// <exception cref="RunStoreException">The storage could not be reached yet.</exception>
    protected async Task<ResolvedTable> ResolveAsync(
        TableWaiter waiter, TableRequest table, bool namesRuns, CancellationToken cancellationToken)
    {
        EnsureRead();
        var resolved = await waiter.ResolveAsync(table, isFile: false, namesRuns, cancellationToken);
        EnsureRead();
        return resolved;
    }

    protected bool TryReadId(out RunId id) => Urls.TryParse((string)RouteData.Values["id"]!, out id);

    /// <summary>Sets the ETag, unless the answer depends on time; true if the client has this answer already.</summary>
    protected bool IsNotModified(ResolvedTable resolved) =>
        !resolved.DependsOnTime && IsNotModified(resolved.Snapshot.Version, IsLoaded(resolved));

    /// <summary>A part of ETags: an answer that says that it is not complete is not the same as one that says that it is.</summary>
    protected static long IsLoaded(ResolvedTable resolved) => resolved.IsLoaded ? 1 : 0;

    /// <summary>Sets the ETag of an answer that depends only on these versions; true if the client has this answer already.</summary>
    protected bool IsNotModified(params ReadOnlySpan<long> versions)
    {
        var tag = $"W/\"{Instance}";
        foreach (var version in versions)
        {
            tag += "-" + version.ToString(CultureInfo.InvariantCulture);
        }

        Response.Headers.ETag = tag + "\"";
        return HasTag(Request.Headers.IfNoneMatch, tag + "\"");
    }

    protected static ObjectResult NoSuch(string what) => Refusals.Problem(new()
    {
        Status = StatusCodes.Status404NotFound,
        Title = $"There is no such {what}",
        Detail = $"The source has no {what} with the name in the URL. It may have been deleted.",
    });

    private static bool HasTag(StringValues header, string tag) =>
        header.SelectMany(line => line!.Split(',', StringSplitOptions.TrimEntries)).Any(known => known == tag || known == "*");
}
