namespace Sacredboard.Web.Sources;

/// <summary>All sources, in the order of the configuration; there is always at least one.</summary>
public sealed class SourceRegistry(IReadOnlyList<Source> sources, bool isSamples) : IAsyncDisposable
{
    private readonly Dictionary<string, Source> _byName = sources.ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Source> All { get; } = sources;

    /// <summary>Where <c>/</c> leads.</summary>
    public Source First => All[0];

    /// <summary>Nothing is configured, so that the runs shown are the sample runs.</summary>
    public bool IsSamples { get; } = isSamples;

    public Source? Find(string? name) => name is null ? null : _byName.GetValueOrDefault(name);

    public async ValueTask DisposeAsync()
    {
        foreach (var source in All)
        {
            await source.DisposeAsync();
        }
    }
}
