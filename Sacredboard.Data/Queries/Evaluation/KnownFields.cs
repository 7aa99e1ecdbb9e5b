using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>The config paths and the metrics that the runs of a snapshot have.</summary>
/// <param name="content">The runs.</param>
/// <param name="statistics">Knows the names of metrics once they were read; null for none.</param>
internal sealed class KnownFields(CatalogContent content, SnapshotStatistics? statistics)
{
    /// <summary>What MLflow, Weights &amp; Biases and others put before the name of a setting or a metric.</summary>
    private static readonly HashSet<string> ForeignRoots =
        new(["params", "param", "parameters", "hparams", "cfg", "args", "metrics", "metric", "summary"], StringComparer.OrdinalIgnoreCase);

    private const int MaxGuesses = 3;

    private readonly PathTable _table = content.Packed.Paths;

    private IReadOnlySet<int> Paths => field ??= ConfigPaths.Of(content);

    // Reading the names asks for them, so that they are known soon.
    private IReadOnlyList<MetricName> Metrics => field ??= statistics?.KnownNames(content.Runs.Count) ?? [];

    /// <summary>True when some run has a config value at this path. Paths end at lists.</summary>
    public bool Has(IReadOnlyList<string> keys)
    {
        var path = PathTable.Root;
        foreach (var key in keys)
        {
            if (!_table.TryChild(path, key, out var child) || !Paths.Contains(child))
            {
                return path != PathTable.Root && !Paths.Any(other => _table.Parent(other) == path);
            }

            path = child;
        }

        return true;
    }

    /// <summary>The paths below the first level that end with this key.</summary>
    public IReadOnlyList<RunField> Deeper(string name) =>
    [
        .. Paths.Where(path => _table.Parent(path) != PathTable.Root && _table.Key(path) == name)
            .Select(path => RunField.Config(_table.Keys(path))),
    ];

    /// <summary>The last value of the metric that has the name of this config path; null when there is none.</summary>
    public RunField? Metric(RunField config)
    {
        var name = string.Join('.', config.Path);
        return Metrics.Any(metric => metric.Name == name) ? RunField.Metric(name, MetricStatistic.Last) : null;
    }

    /// <summary>A field as it is written in a query, if its own properties, its config or its metrics have it; else null.</summary>
    public string? Find(string word) =>
        OwnFields.All.FirstOrDefault(own => own.Name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } named ? named.Name
        : !QueryField.TryRead(word, out var read, out _) ? null
        : read is not { Run: { } run } || run.Root != FieldRoot.Config ? word
        : Has(run.Path) || (!Has([run.Path[0]]) && Deeper(run.Path[0]).Count > 0) || Metric(run) is not null ? word
        : run.Path is [var name] ? FieldSynonyms.Find(name)
        : null;

    /// <summary>The keys one level below a config path, most important first; empty for a value.</summary>
    public IReadOnlyList<RunField> Children(IReadOnlyList<string> keys)
    {
        var path = PathTable.Root;
        foreach (var key in keys)
        {
            if (!_table.TryChild(path, key, out path))
            {
                return [];
            }
        }

        return [.. Paths.Where(child => _table.Parent(child) == path).Select(child => RunField.Config(_table.Keys(child)))];
    }

    /// <summary>What may be meant by a config path that no run has, the most likely first.</summary>
    public IReadOnlyList<string> Guess(RunField config)
    {
        var path = config.Path;
        if (path is [var name] && FieldSynonyms.Find(name) is { } synonym)
        {
            return [synonym];
        }

        if (path.Count > 1 && ForeignRoots.Contains(path[0]) && Known(RunField.Config([.. path.Skip(1)])) is { } rest)
        {
            return [rest.ToString()];
        }

        if (path.Count > 1
            && Enum.TryParse<MetricStatistic>(path[^1], ignoreCase: true, out var statistic)
            && statistic != MetricStatistic.At
            && Metric(RunField.Config([.. path.SkipLast(1)])) is { } metric)
        {
            return [RunField.Metric(metric.Path[0], statistic).ToString()];
        }

        // loss of validation.loss, and of val/loss
        var ends = Metrics.Where(known => EndsWith(known.Name, path[^1]))
            .OrderBy(known => MetricSplits.Of(known.Name))
            .Take(MaxGuesses)
            .ToList();
        return ends.Count > 0 && path.Count == 1 ? [.. ends.Select(known => RunField.Metric(known.Name, MetricStatistic.Last).ToString())]
            : Nearest(config.ToString()) is { } near ? [near]
            : [];
    }

    private string? Nearest(string name)
    {
        var near = NearestWord.To(
            name,
            OwnFields.All.Select(field => field.Name)
                .Concat(Paths.Select(known => RunField.Config(_table.Keys(known)).ToString()))
                .Concat(Metrics.Select(known => known.Name)));
        return near is null || Metrics.All(known => known.Name != near) ? near : RunField.Metric(near, MetricStatistic.Last).ToString();
    }

    private static bool EndsWith(string name, string last) =>
        name.Length > last.Length
            && name.EndsWith(last, StringComparison.OrdinalIgnoreCase)
            && name[^(last.Length + 1)] is '.' or '/' or '_';

    private RunField? Known(RunField config) =>
        Has(config.Path) ? config
        : Deeper(config.Path[0]) is [var deeper] && config.Path.Count == 1 ? deeper
        : Metric(config);
}
