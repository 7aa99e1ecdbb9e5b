using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Sources;

/// <summary>What was found in a configured place.</summary>
internal sealed class PlaceContent(ConfiguredPlace place, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan IntervalAfterFailure = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private DateTimeOffset? _next;

    public ConfiguredPlace Place => place;

    /// <summary>The places inside; null stands for the configured place itself, while nothing else is known. Never empty.</summary>
    public IReadOnlyList<FoundPlace?> Found { get; private set; } = [null];

    /// <summary>There is nothing to choose from, so that its runs may be read at once.</summary>
    public bool IsOne => Found.Count == 1 && _next is not null;

    public string Key(FoundPlace? found) => found is null or { IsUsual: true } ? place.Key : $"{place.Key}\n{found.Name}";

    /// <summary>Looks into the place if it is time to.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_next > time.GetUtcNow())
        {
            return;
        }

        using var timeout = new CancellationTokenSource(Timeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var interval = Interval;
        try
        {
            if (place.Finder is { } finder && await finder.FindAsync(end.Token) is { Count: > 0 } found)
            {
                Found = found;
            }
            else
            {
                Found = [null];
            }
        }
        catch (Exception exception) when (exception is RunStoreException or OperationCanceledException)
        {
            // The catalog of what is read says why. What was found stays.
            interval = IntervalAfterFailure;
        }

        _next = time.GetUtcNow() + interval;
    }
}
