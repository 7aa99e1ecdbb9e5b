using System.ComponentModel;
using System.Diagnostics;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.TensorBoard;

/// <summary>The decisions before a TensorBoard is started, and the explanations of its end.</summary>
internal sealed record TensorBoardLaunch
{
    /// <summary>128 plus the number of SIGKILL.</summary>
    private const int KilledExitCode = 137;

    private const string Settings = "Sacredboard:TensorBoard";

    public required TensorBoardProgram Program { get; init; }

    public required IReadOnlyList<TensorBoardLink> Links { get; init; }

    /// <summary>The parent of each TensorBoard's own directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Who started it.</summary>
    public required string By { get; init; }

    public required TimeSpan StartTimeout { get; init; }

    public TensorBoardFailure StartTimedOut => new(
        TensorBoardProblem.TimeOut,
        $"TensorBoard was not ready within {DurationText.Of(StartTimeout)} and was ended. The setting {Settings}:StartTimeoutSeconds "
            + $"gives it more time.");

    /// <summary>Starts the watchdog, which starts TensorBoard.</summary>
    /// <exception cref="TensorBoardException">The operating system refuses to start it.</exception>
    public Process Start(TensorBoardFolder folder, string pathPrefix)
    {
        string[] arguments = ["--logdir", folder.Links, "--host", "127.0.0.1", "--port", "0", "--path_prefix", pathPrefix];
        var command = TensorBoardWatchdog.Command(folder.Path, Program, arguments);
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            // Python imports modules from its working directory, so it gets an empty one of ours.
            WorkingDirectory = folder.Temporary,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Settings in the environment may hold database passwords.
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["PYTHONUNBUFFERED"] = "1";
        start.Environment["TMPDIR"] = folder.Temporary;
        // The watchdog is almost idle.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new TensorBoardException(TensorBoardProblem.CannotStart, $"TensorBoard could not be started: {exception.Message}");
        }
    }

    /// <summary>Explains an unexpected end.</summary>
    public TensorBoardFailure Ended(int exitCode, TensorBoardStatus before, DateTimeOffset now, IReadOnlyList<string> output)
    {
        if (exitCode == TensorBoardWatchdog.CannotStart && before.Phase == TensorBoardPhase.Starting)
        {
            return new(
                TensorBoardProblem.CannotStart,
                $"'{Program}' could not be started: {output.LastOrDefault() ?? "it ended at once."}");
        }

        if (output.Any(IsAboutPort))
        {
            return new(TensorBoardProblem.Port, "TensorBoard found no port of this machine to listen on.");
        }

        var when = before.Phase == TensorBoardPhase.Running ? $"after {DurationText.Of(now - before.Since)}" : "before it was ready";
        return new(
            TensorBoardProblem.Crash,
            exitCode == KilledExitCode
                ? $"TensorBoard was killed {when}: by a user, or because the machine ran out of memory."
                : $"TensorBoard ended by itself {when}, with exit code {exitCode}.");
    }

    private static bool IsAboutPort(string line) =>
        line.Contains("could not bind", StringComparison.OrdinalIgnoreCase)
            || line.Contains("unable to find any open port", StringComparison.OrdinalIgnoreCase)
        || line.Contains("bind to port", StringComparison.OrdinalIgnoreCase);

    private static bool IsOurs(string name) =>
        name.StartsWith(SacredboardOptions.Section, StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("DOTNET_ROOT", StringComparison.OrdinalIgnoreCase);
}
