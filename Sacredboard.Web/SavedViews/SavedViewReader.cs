using System.Security.Claims;
using Sacredboard.Data.State;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.SavedViews;

/// <summary>The saved views as pages want them: where they cannot be read, a page goes on without them and says so.</summary>
public sealed partial class SavedViewReader(ViewStore store, ILogger<SavedViewReader> logger)
{
    /// <summary>Whose views these are: the signed-in user; null where nobody signs in.</summary>
    public static string? PersonOf(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, Name.Length: > 0 } identity ? identity.Name : null;

    /// <summary>The views of a source, or why they cannot be read.</summary>
    public async Task<SavedViewList> ListAsync(Source source, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var person = PersonOf(user);
        try
        {
            return new(await store.ListAsync(source.Name, person, cancellationToken), person, null);
        }
        catch (StateException exception)
        {
            Log.Unreadable(logger, exception.Message, exception);
            return new([], person, exception.Message);
        }
    }

    /// <summary>Where somebody who comes from outside begins: the table of the default view, or the plain one.</summary>
    public async Task<string> StartUrlAsync(Source source, SourceUrls urls, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindDefaultAsync(source.Name, PersonOf(user), cancellationToken) is { } view ? ViewUrl.Of(urls, view) : urls.Runs;
        }
        catch (StateException exception)
        {
            Log.Unreadable(logger, exception.Message, exception);
            return urls.Runs;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The saved views cannot be read: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason, Exception exception);
    }
}

/// <param name="Person">Who asks.</param>
/// <param name="Problem">Why there are none, where that is not because none were saved.</param>
public sealed record SavedViewList(IReadOnlyList<SavedView> Views, string? Person, string? Problem);
