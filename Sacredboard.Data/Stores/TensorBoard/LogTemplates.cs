using System.Text.RegularExpressions;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Fills values of a run into configured paths such as <c>{base_dir}/logs/{id}</c>.</summary>
internal sealed partial class LogTemplates(IReadOnlyList<string> templates)
{
    /// <summary>The paths with their templates. A template with a value that the run does not have gives no path.</summary>
    public IEnumerable<(string Template, string Path)> Of(RunSummary run, IReadOnlyList<string> roots)
    {
        foreach (var template in templates)
        {
            foreach (var root in template.Contains("{root}", StringComparison.Ordinal) ? roots : [""])
            {
                if (Fill(template, run, root) is { } path)
                {
                    yield return (template, path);
                }
            }
        }
    }

    /// <summary>What stands in the braces of the templates.</summary>
    public static IEnumerable<string> FieldsIn(IEnumerable<string> templates) =>
        templates.SelectMany(template => Placeholder().Matches(template)).Select(placeholder => placeholder.Groups[1].Value);

    private static string? Fill(string template, RunSummary run, string root)
    {
        var isWhole = true;
        var path = Placeholder().Replace(template, placeholder =>
        {
            var name = placeholder.Groups[1].Value;
            var value = name switch
            {
                "id" => run.Id.ToString(),
                "experiment" => run.Experiment,
                "base_dir" => LogFields.Text(run.ExperimentInfo, "base_dir"),
                "root" => root,
                _ =>
                    LogFields.Find(run, name) is { } found and not SacredNull
                        ? LogFields.Text(found) ?? LogFields.Texts(found).FirstOrDefault()
                        : null,
            };
            isWhole &= !string.IsNullOrEmpty(value);
            return value ?? "";
        });
        return isWhole ? path : null;
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
