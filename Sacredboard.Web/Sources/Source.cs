using Sacredboard.Data.Catalog;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Sources;

/// <summary>One place with runs, under the name that stands in its URLs. Actions take it as a parameter named <c>source</c>.</summary>
public sealed class Source(string name, string title, RunSource opened) : IAsyncDisposable
{
    /// <summary>One URL segment.</summary>
    public string Name { get; } = name;

    public string Title { get; } = title;

    /// <inheritdoc cref="RunSource.Info"/>
    public RunStoreInfo Info => opened.Info;

    /// <inheritdoc cref="RunSource.HasMetrics"/>
    public bool HasMetrics => opened.HasMetrics;

    public RunCatalog Catalog => opened.Catalog;

    /// <inheritdoc cref="RunSource.Runs"/>
    public RunReader Runs => opened.Runs;

    /// <inheritdoc cref="RunSource.Logs"/>
    public RunLogReader Logs => opened.Logs;

    public ValueTask DisposeAsync() => opened.DisposeAsync();
}
