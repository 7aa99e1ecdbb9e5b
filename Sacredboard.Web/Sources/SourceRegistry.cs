using Sacredboard.Data.Sources.Joining;

namespace Sacredboard.Web.Sources;

/// <summary>All sources, in the order of the configuration; there is always at least one. Sources may come and go.</summary>
public sealed class SourceRegistry : IAsyncDisposable
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Listing _listing;

    public SourceRegistry(IReadOnlyList<Source> sources, bool isSamples) => _listing = new(sources, isSamples, Joined: null);

    public IReadOnlyList<Source> All => _listing.All;

    /// <summary>Where <c>/</c> leads when there is no other.</summary>
    public Source First => All[0];

    /// <summary>Nothing is configured, so that the runs shown are the sample runs.</summary>
    public bool IsSamples => _listing.IsSamples;

    /// <summary>Why settings that were changed since the start do not count, one line each; empty when they do.</summary>
    public IReadOnlyList<string> Problems { get; set; } = [];

    /// <summary>Ends when all places have been asked for the first time what is in them, or could not be.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends when other sources are listed.</summary>
    public Task Changed => _listing.Superseded.Task;

    /// <summary>The runs of all sources together; null when there is only one.</summary>
    public Source? Joined => _listing.Joined;

    /// <summary>All sources, and that of their runs together.</summary>
    public IReadOnlyList<Source> Every => _listing.Every;

    /// <summary>All sources, as members of that one.</summary>
    public IReadOnlyList<JoinedMember> Members => _listing.Members;

    public Source? Find(string? name) => name is null ? null : _listing.ByName.GetValueOrDefault(name);

    public void Replace(IReadOnlyList<Source> sources, bool isSamples, Source? joined)
    {
        var before = _listing;
        _listing = new(sources, isSamples, joined);
        before.Superseded.SetResult();
    }

    public void SetReady() => _ready.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        foreach (var source in Every)
        {
            await source.DisposeAsync();
        }
    }

    private sealed record Listing(IReadOnlyList<Source> All, bool IsSamples, Source? Joined)
    {
        public IReadOnlyList<Source> Every { get; } = Joined is null ? All : [.. All, Joined];

        public IReadOnlyList<JoinedMember> Members { get; } = [.. All.Select(source => source.ToMember())];

        public Dictionary<string, Source> ByName => field ??= Every.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);

        public TaskCompletionSource Superseded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
