using Sacredboard.Data.Fields;
using Sacredboard.Web.CommandLine;

namespace Sacredboard.Web.Options;

/// <summary>Checks the settings of TensorBoard.</summary>
internal static class TensorBoardRules
{
    private const int MaxMinutes = 1_000_000;

    public static IEnumerable<string> Failures(TensorBoardOptions options, StartSettings start)
    {
        string Name(string setting) => start.NameOf($"{SacredboardOptions.Section}:{nameof(SacredboardOptions.TensorBoard)}:{setting}");

        foreach (var failure in NumberFailures(options, Name))
        {
            yield return failure;
        }

        foreach (var failure in PathRules.Failures(options.Roots, options.PathMappings, Name))
        {
            yield return failure;
        }

        for (var i = 0; i < options.Templates.Count; i++)
        {
            if (options.Templates[i].Trim().Length == 0)
            {
                yield return $"{Name($"{nameof(options.Templates)}:{i}")}: is empty, allowed is a path such as {{base_dir}}/logs/{{id}}";
            }
        }

        for (var i = 0; i < options.ConfigKeys.Count; i++)
        {
            if (!RunField.TryParse(options.ConfigKeys[i], out _, out _))
            {
                yield return $"{Name($"{nameof(options.ConfigKeys)}:{i}")}: is '{options.ConfigKeys[i]}', allowed is a field of a run "
                    + $"such as config.log_dir";
            }
        }
    }

    private static IEnumerable<string> NumberFailures(TensorBoardOptions options, Func<string, string> name)
    {
        if (options.IdleStopMinutes is < 0 or > MaxMinutes)
        {
            yield return $"{name(nameof(options.IdleStopMinutes))}: is {options.IdleStopMinutes}, allowed is a number of minutes from "
                + $"1, or 0 for never";
        }

        if (options.MaxProcesses is < 0 or > 100)
        {
            yield return $"{name(nameof(options.MaxProcesses))}: is {options.MaxProcesses}, allowed is a number from 0 (TensorBoard is "
                + $"not started) to 100";
        }

        if (options.StartTimeoutSeconds is < 1 or > 3600)
        {
            yield return $"{name(nameof(options.StartTimeoutSeconds))}: is {options.StartTimeoutSeconds}, allowed is a number of "
                + $"seconds from 1 to 3600";
        }
    }
}
