using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Lists of facts about a run. Missing values and values of an unexpected type are left out.</summary>
public static class RunFacts
{
    /// <param name="segment">The URL segment of the run's id.</param>
    public static IReadOnlyList<RunFact> Key(Run run, string segment)
    {
        var summary = run.Summary;
        var facts = new List<RunFact>();
        AddTime(facts, "Queued", OwnFields.Queued.Time(summary));
        AddTime(facts, "Started", summary.Started);
        AddTime(facts, "Ended", summary.Stopped);
        if (summary.Stopped is null || summary.Heartbeat is null)
        {
            AddTime(facts, "Heartbeat", summary.Heartbeat);
        }

        if (run.HasLocalTimes)
        {
            Add(facts, "Times", "local time of the machine that ran it; Sacred before 0.7 recorded no zone");
        }

        Add(facts, "Command", summary.Command, mono: true, of: $"{segment}:command");
        Add(facts, "Main file", run.Experiment.Member("mainfile"), mono: true);
        Add(facts, "Host", summary.Host, mono: true, of: $"{segment}:host");
        Add(facts, "Seed", run.Config.Member("seed"), mono: true);
        Add(facts, "Priority", run.Meta.Member("priority"));
        SemlFacts.Add(facts, run.Meta);
        foreach (var repository in GitRevisions.Of(run.Experiment).Take(1))
        {
            var commit = repository.ShortCommit + (repository.Dirty ? " with uncommitted changes" : "");
            Add(facts, "Commit", commit, mono: true, link: repository.CommitUrl);
        }

        return facts;
    }

    public static IReadOnlyList<RunFact> Host(SacredValue? host)
    {
        var facts = new List<RunFact>();
        Add(facts, "Host", host.Member("hostname"), mono: true);
        Add(facts, "System", host.Member("os"));
        Add(facts, "Processor", host.Member("cpu"));
        Add(facts, "Python", host.Member("python_version"));
        Add(facts, "NVIDIA driver", host.Member("gpus").Member("driver_version"));
        return facts;
    }

    public static IReadOnlyList<RunFact> Experiment(Run run)
    {
        var facts = new List<RunFact>();
        Add(facts, "Name", run.Experiment.Member("name"));
        Add(facts, "Command", run.Summary.Command, mono: true);
        Add(facts, "Main file", run.Experiment.Member("mainfile"), mono: true);
        Add(facts, "Directory", run.Experiment.Member("base_dir"), mono: true);
        return facts;
    }

    internal static void Add(List<RunFact> facts, string name, SacredValue? value, bool mono = false)
    {
        // The system is stored as a list: ["Linux", "Linux-6.1-x86_64"].
        var text = value switch
        {
            null or SacredNull => null,
            SacredList list when list.Items.Count > 0 && list.Items.All(item => item is SacredText) =>
                string.Join(" · ", list.Items.Select(item => ((SacredText)item).Value)),
            _ => ValueText.OneLine(value),
        };
        Add(facts, name, text, mono);
    }

    private static void Add(List<RunFact> facts, string name, string? text, bool mono = false, string? of = null, string? link = null)
    {
        if (text is { Length: > 0 })
        {
            facts.Add(new(name, ValueText.Visible(text), Mono: mono, Link: link) { Of = of });
        }
    }

    private static void AddTime(List<RunFact> facts, string name, DateTime? time)
    {
        if (time is { } at)
        {
            facts.Add(RunFact.At(name, at));
        }
    }
}
