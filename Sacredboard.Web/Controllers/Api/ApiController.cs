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

/// <summary>What all answers of the API have in common. Only ever reads.</summary>
[ApiController]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, "application/problem+json")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, "application/problem+json")]
public abstract class ApiController : ControllerBase
{
    // Versions count from the start of the program, so those of the last one must not look like these.
    private static readonly string Instance = RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>The source of the URL; a URL with another name was answered before.</summary>
    protected Source Source => HttpContext.FindSource()!;

    protected SourceUrls Urls => new(Request.PathBase, Source);

    /// <summary>Before the storage was reached for the first time, "no runs" is no answer.</summary>
    /// <exception cref="RunStoreException">It cannot be reached.</exception>
    protected void EnsureRead()
    {
        if (Source.Catalog.State is { AsOf: null, Phase: CatalogPhase.Unavailable } state)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, state.Message ?? "The storage does not answer.");
        }
    }

    protected bool TryReadId(out RunId id) => Urls.TryParse((string)RouteData.Values["id"]!, out id);

    /// <summary>Names the content of an answer; true when that is what the client has already.</summary>
    protected bool IsKnown(AskedTable asked) => !asked.DependsOnTime && IsKnown(asked.Snapshot.Version);

    /// <summary>The same of an answer that only changes with these.</summary>
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

    protected static ObjectResult NoSuch(string what) => Refusals.Problem(new()
    {
        Status = StatusCodes.Status404NotFound,
        Title = $"There is no such {what}",
        Detail = $"No {what} of this source answers to the name in the URL. It may have been deleted.",
    });

    private static bool Knows(StringValues header, string tag) =>
        header.SelectMany(line => line!.Split(',', StringSplitOptions.TrimEntries)).Any(known => known == tag || known == "*");
}
