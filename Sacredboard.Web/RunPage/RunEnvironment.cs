using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Makes the Environment tab.</summary>
internal static class RunEnvironment
{
    private static readonly HashSet<string> ShownHostKeys = ["hostname", "os", "cpu", "python_version", "gpus"];

    public static RunEnvironmentViewModel Of(RunPageData data)
    {
        var run = data.Run;
        var more = (run.Host as SacredObject)?.Members.Where(IsFurther).ToList() ?? [];
        return new()
        {
            Host = RunFacts.Host(run.Host),
            Gpus = Gpus(run.Host),
            More = more.Count == 0 ? null : data.Tree("host", new SacredObject(more)),
            Experiment = RunFacts.Experiment(run),
            Repositories = GitRevisions.Of(run.Experiment),
            Dependencies = Dependencies(run.Experiment),
            RequirementsUrl = data.Request.Urls.Run(data.Request.Id, "requirements.txt"),
            Meta = run.Meta is null ? null : data.Tree("meta", run.Meta),
            Others = run.Others.Members.Count == 0 ? null : data.Tree("other fields", run.Others),
        };
    }

    /// <summary>One line for each graphics card.</summary>
    public static IReadOnlyList<string> Gpus(SacredValue? host) => [.. host.Member("gpus").Member("gpus").Items().Select(Gpu)];

    public static IReadOnlyList<RunDependency> Dependencies(SacredValue? experiment) =>
        [.. experiment.Member("dependencies").Items().Select(Dependency)];

    // Sacred always stores ENV, mostly empty.
    private static bool IsFurther(KeyValuePair<string, SacredValue> member) =>
        !ShownHostKeys.Contains(member.Key) && member is not { Key: "ENV", Value: SacredObject { Members.Count: 0 } };

    private static string Gpu(SacredValue gpu)
    {
        var model = gpu.Member("model") is { } name ? ValueText.OneLine(name, 200) : ValueText.OneLine(gpu, 200);
        return gpu.Member("total_memory") is SacredInteger memory ? $"{model}, {NumberText.Short(memory.Value)} MiB" : model;
    }

    // "numpy==1.26", or in old runs ["numpy", "1.26"].
    private static RunDependency Dependency(SacredValue value)
    {
        var text = value.Text() ?? string.Join("==", value.Items().Select(item => ValueText.OneLine(item, 200)));
        var at = text.IndexOf("==", StringComparison.Ordinal);
        return at < 0
            ? new(ValueText.Visible(text.Length > 0 ? text : ValueText.OneLine(value, 200)), null)
            : new(ValueText.Visible(text[..at]), text[(at + 2)..] is "<unknown>" or "" ? null : ValueText.Visible(text[(at + 2)..]));
    }
}
