using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.RunPage;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>Where and with what a run ran.</summary>
public sealed record RunEnvironmentViewModel
{
    private static readonly HashSet<string> Told = ["hostname", "os", "cpu", "python_version", "gpus"];

    public required IReadOnlyList<RunFact> Host { get; init; }

    /// <summary>One line for each graphics card.</summary>
    public required IReadOnlyList<string> Gpus { get; init; }

    /// <summary>What the host says beyond Sacred's own fields, environment variables included; null when nothing.</summary>
    public required TreeViewModel? More { get; init; }

    public required IReadOnlyList<RunFact> Experiment { get; init; }

    public required IReadOnlyList<GitRevision> Repositories { get; init; }

    public required IReadOnlyList<RunDependency> Dependencies { get; init; }

    /// <summary><c>meta</c>; null when there is none.</summary>
    public required TreeViewModel? Meta { get; init; }

    /// <summary>Fields that Sacred does not write itself; null when there are none.</summary>
    public required TreeViewModel? Others { get; init; }

    internal static RunEnvironmentViewModel Of(RunReading reading)
    {
        var run = reading.Run;
        var more = (run.Host as SacredObject)?.Members.Where(member => !Told.Contains(member.Key) && member is not { Key: "ENV", Value: SacredObject { Members.Count: 0 } }).ToList() ?? [];
        return new()
        {
            Host = RunFacts.Host(run.Host),
            Gpus = [.. run.Host.Member("gpus").Member("gpus").Items().Select(Gpu)],
            More = more.Count == 0 ? null : reading.Tree("host", new SacredObject(more)),
            Experiment = RunFacts.Experiment(run),
            Repositories = GitRevision.Of(run.Experiment),
            Dependencies = [.. run.Experiment.Member("dependencies").Items().Select(RunDependency.Of)],
            Meta = run.Meta is null ? null : reading.Tree("meta", run.Meta),
            Others = run.Others.Members.Count == 0 ? null : reading.Tree("other fields", run.Others),
        };
    }

    private static string Gpu(SacredValue gpu)
    {
        var model = gpu.Member("model") is { } name ? ValueText.OneLine(name, 200) : ValueText.OneLine(gpu, 200);
        return gpu.Member("total_memory") is SacredInteger memory ? $"{model}, {NumberText.Short(memory.Value)} MiB" : model;
    }
}

/// <param name="Version">Null when the run did not know it.</param>
public sealed record RunDependency(string Name, string? Version)
{
    public static RunDependency Of(SacredValue value)
    {
        // "numpy==1.26", in old runs a pair.
        var text = value.Text() ?? string.Join("==", value.Items().Select(item => ValueText.OneLine(item, 200)));
        var at = text.IndexOf("==", StringComparison.Ordinal);
        return at < 0
            ? new(ValueText.Visible(text.Length > 0 ? text : ValueText.OneLine(value, 200)), null)
            : new(ValueText.Visible(text[..at]), text[(at + 2)..] is "<unknown>" or "" ? null : ValueText.Visible(text[(at + 2)..]));
    }
}
