using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.RunPage;

/// <summary>Builds the command that would start a run like this one again, ready to be pasted into a shell.</summary>
public static class RunCommandLine
{
    // These options are for one start only: the id is taken, a debugger or queueing is not wanted again.
    private static readonly HashSet<string> OptionsLeftOut =
    [
        "--help", "--id", "--queue", "--unobserved", "--print-config", "--print_config", "--pdb", "--debug",
    ];

    /// <summary>Null when the run does not say which file was started.</summary>
    /// <param name="run">Secrets masked: here "--sql=" and its value become one word.</param>
    public static string? Build(Run run)
    {
        if (Begin(run) is not { } words)
        {
            return null;
        }

        var updates = Updates(run);
        if (updates.Count > 0)
        {
            words.Add("with");
            words.AddRange(updates);
        }

        words.AddRange(Options(run.Meta));
        return ShellText.Join(words);
    }

    /// <summary>The same with all of the config in a file; null when the run does not say which file was started.</summary>
    public static string? WithFile(Run run, string config) => Begin(run) is { } words ? ShellText.Join([.. words, "with", config]) : null;

    /// <summary>The same with every value of the config, whether it was set or not.</summary>
    public static string WithAll(Run run) =>
        ShellText.Join([.. Begin(run) ?? ["python", "MAINFILE"], "with", .. Flatten("", run.Config)]) + "\n";

    private static List<string>? Begin(Run run)
    {
        if (Member(run.Experiment, "mainfile") is not SacredText { Value: { Length: > 0 } main })
        {
            return null;
        }

        // Python would take a file name that begins with a dash for an option.
        var words = new List<string> { "python", main[0] == '-' ? "./" + main : main };
        if (run.Summary.Command is { Length: > 0 } command)
        {
            words.Add(command);
        }

        return words;
    }

    private static List<string> Updates(Run run)
    {
        var typed = Texts(Member(Member(run.Meta, "options"), "UPDATE"));
        var updates = typed.Count > 0
            ? typed
            : [.. Texts(Member(run.Meta, "named_configs")), .. Flatten("", Member(run.Meta, "config_updates"))];

        // Sacred draws a random seed when none is given, so without it the second run would differ.
        if (Member(run.Config, "seed") is SacredInteger seed
            && !updates.Any(update => update.StartsWith("seed=", StringComparison.Ordinal)))
        {
            updates.Add($"seed={seed.Value}");
        }

        return updates;
    }

    private static IEnumerable<string> Flatten(string prefix, SacredValue? value)
    {
        if (value is SacredObject { Members: { Count: > 0 } members })
        {
            return members.Where(member => member.Key != ConfigKey.Docstring)
                .SelectMany(member => Flatten(prefix.Length == 0 ? member.Key : $"{prefix}.{member.Key}", member.Value));
        }

        return value is null || prefix.Length == 0 ? [] : [$"{prefix}={PythonLiteral.Write(value)}"];
    }

    private static IEnumerable<string> Options(SacredValue? meta)
    {
        if (Member(meta, "options") is not SacredObject options || Texts(options["UPDATE"]).Count + Count(options["with"]) == 0)
        {
            return [];
        }

        return options.Members
            .Where(option => option.Key.StartsWith("--", StringComparison.Ordinal) && !OptionsLeftOut.Contains(option.Key))
            .Select(option => option.Value switch
            {
                SacredBoolean { Value: true } => option.Key,
                SacredText text => $"{option.Key}={text.Value}",
                _ => null,
            })
            .OfType<string>();
    }

    private static int Count(SacredValue? with) => with is SacredBoolean ? 1 : 0;

    private static List<string> Texts(SacredValue? list) =>
        list is SacredList { Items: var items } ? [.. items.OfType<SacredText>().Select(item => item.Value)] : [];

    private static SacredValue? Member(SacredValue? value, string key) => (value as SacredObject)?[key];
}
