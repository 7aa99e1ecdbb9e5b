using System.Security.Claims;
using Sacredboard.Data.State;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.SavedViews;

/// <summary>Reads saved views for pages. If they cannot be read, the page shows why and works without them.</summary>
public sealed partial class SavedViewReader(ViewStore store, ILogger<SavedViewReader> logger)
{
    /// <summary>The owner of the views: the signed-in user; null without sign-in.</summary>
    public static string? PersonOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, Name.Length: > 0 } identity ? identity.Name : null;

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

    /// <summary>The address of the start page: the table of the default view, or the plain table.</summary>
    public async Task<string> StartUrlAsync(Source source, SourceUrls urls, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindDefaultAsync(source.Name, PersonOf(user), cancellationToken) is { } view
                ? ViewUrl.Of(urls, view)
                : urls.Runs;
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

/// <param name="Person">The current user.</param>
/// <param name="Problem">Why the views cannot be read, or null.</param>
public sealed record SavedViewList(IReadOnlyList<SavedView> Views, string? Person, string? Problem);
