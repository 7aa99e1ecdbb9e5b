using System.Text;
using System.Text.RegularExpressions;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;

namespace Sacredboard.Web.RunPage;

/// <summary>What is needed to start a run once more: its sources, its whole config, its packages and how to put them together.</summary>
public static partial class RunRepeat
{
    private const string ConfigName = "config.json";

    /// <summary>The packages of the run as pip reads them, one a line. What is no name of a package stands there as a comment.</summary>
    public static string Requirements(Run run) => string.Concat(RunEnvironment.Dependencies(run.Experiment).Select(package =>
    {
        var line = package.Version is { } version && Version().IsMatch(version) ? $"{package.Name}=={version}" : package.Name;
        return Name().IsMatch(package.Name) ? line + "\n" : $"# {line}\n";
    }));

    /// <param name="zip">An empty one.</param>
    /// <param name="run">As stored, with secrets masked.</param>
    /// <param name="files">Of the run.</param>
    public static async Task WriteAsync(RunZip zip, Run run, IEnumerable<RunFile> files, CancellationToken cancellationToken)
    {
        await zip.AddTextAsync("README.txt", ReadMe(run), cancellationToken);
        await zip.AddTextAsync(ConfigName, RunConfigText.Json(run), cancellationToken);
        await zip.AddTextAsync("requirements.txt", Requirements(run), cancellationToken);
        foreach (var file in files.Where(file => file.Kind == RunFileKind.Source))
        {
            await zip.AddAsync("", file, cancellationToken);
        }

        await zip.AddLeftOutAsync(cancellationToken);
    }

    private static string ReadMe(Run run)
    {
        var text = new StringBuilder("The source files and the config of one run, to start it once more:\n\n");
        text.Append("    pip install -r requirements.txt\n");
        text.Append($"    {RunCommandLine.WithFile(run, ConfigName) ?? "python MAINFILE with " + ConfigName}\n\n");
        foreach (var revision in GitRevisions.Of(run.Experiment))
        {
            var changes = revision.Dirty ? ", with changes that were not committed" : "";
            text.Append($"Repository: {revision.Url} at {revision.Commit}{changes}\n");
        }

        return text.Append("Sacred stores the source files that it found, and no data. Secrets in the config are masked: ***\n").ToString();
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,200}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9A-Za-z.!+_-]{1,100}$")]
    private static partial Regex Version();
}
