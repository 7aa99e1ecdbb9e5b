using Microsoft.AspNetCore.Connections;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>Runs Sacredboard from its command line to its exit code.</summary>
public static class SacredboardStart
{
    private const int BadOptions = 2;
    private const int MaxTries = 20;

    public static async Task<int> RunAsync(string[] arguments, Func<string[], StartSettings, WebApplication> build)
    {
        try
        {
            // "--Section:Key=value" and the host's "--environment=…" are settings, not options.
            var settings = arguments.Where(IsSetting).ToArray();
            var parsed = new StartCommand().Parse([.. arguments.Except(settings)]);
            if (parsed.Errors.Count == 0 && parsed.Action is not null)
            {
                return await parsed.InvokeAsync();
            }

            var start = StartArguments.ToSettings(parsed);
            foreach (var note in start.Notes)
            {
                await Console.Error.WriteLineAsync(note);
            }

            await RunAsync(() => build(settings, start));
            return 0;
        }
        catch (StartException exception)
        {
            foreach (var failure in exception.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            return BadOptions;
        }
    }

    private static async Task RunAsync(Func<WebApplication> build)
    {
        for (var triesLeft = MaxTries; ; triesLeft--)
        {
            await using var app = build();
            try
            {
                await app.StartAsync();
            }
            catch (IOException exception) when (exception.InnerException is AddressInUseException && triesLeft > 1)
            {
                // Another program took the port since it was found free: the next one is looked for.
                continue;
            }

            await app.WaitForShutdownAsync();
            return;
        }
    }

    private static bool IsSetting(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals > 2 && argument.StartsWith("--", StringComparison.Ordinal)
            && (argument[2..equals].Contains(':', StringComparison.Ordinal)
                || argument[2..equals] is "environment" or "contentRoot" or "applicationName" or SacredboardOptions.Section);
    }
}
