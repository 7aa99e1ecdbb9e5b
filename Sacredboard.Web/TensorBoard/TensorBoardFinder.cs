using System.CommandLine.Parsing;
using System.ComponentModel;
using System.Diagnostics;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// Finds TensorBoard on this machine: the program of the setting, <c>tensorboard</c> on the PATH, or the module of a Python there.
/// The result is cached for a while, because pages ask for it.
/// </summary>
public sealed class TensorBoardFinder(SacredboardOptions options, TimeProvider time)
{
    private const string Setting = "Sacredboard:TensorBoard:Command";

    private static readonly TimeSpan CacheLifetime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _gate = new(1);
    private (TensorBoardProgram? Program, DateTimeOffset At)? _last;

    /// <summary>What to tell users when there is none.</summary>
    public string Missing => options.TensorBoard.Command is { Length: > 0 } command
        ? $"There is no program '{SplitCommand(command).FirstOrDefault()}', which the setting {Setting} names."
        : $"TensorBoard is not installed on the machine of this dashboard. Install it there with \"pip install tensorboard\", so that "
            + $"tensorboard is on the PATH of the dashboard, "
            + $"or name the program in the setting {Setting}.";

    /// <exception cref="TensorBoardException">There is none.</exception>
    public async Task<TensorBoardProgram> FindAsync(CancellationToken cancellationToken) =>
        await TryFindAsync(cancellationToken) ?? throw new TensorBoardException(TensorBoardProblem.NotFound, Missing);

    /// <summary>Null when there is none.</summary>
    public async Task<TensorBoardProgram?> TryFindAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetUtcNow() - last.At < CacheLifetime && (last.Program is null || File.Exists(last.Program.File)))
            {
                return last.Program;
            }

            var program = await SearchAsync(cancellationToken);
            _last = (program, time.GetUtcNow());
            return program;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<TensorBoardProgram?> SearchAsync(CancellationToken cancellationToken)
    {
        if (options.TensorBoard.Command is { Length: > 0 } command)
        {
            return SplitCommand(command) is [var name, .. var rest] && ProgramPath.Find(name) is { } given ? new(given, rest) : null;
        }

        if (ProgramPath.Find("tensorboard") is { } tensorboard)
        {
            return new(tensorboard);
        }

        foreach (var python in new[] { "python3", "python" }.Select(ProgramPath.Find).OfType<string>())
        {
            if (await HasModuleAsync(python, cancellationToken))
            {
                return new(python, "-m", "tensorboard.main");
            }
        }

        return null;
    }

    // The command may be a path with blanks, or a program with arguments, quoted as on a command line.
    private static string[] SplitCommand(string command) =>
        ProgramPath.Find(HomePath.Expand(command)) is { } whole ? [whole]
            : [.. CommandLineParser.SplitCommandLine(command).Select((word, i) => i == 0 ? HomePath.Expand(word) : word)];

    private static async Task<bool> HasModuleAsync(string python, CancellationToken cancellationToken)
    {
        // Not in the current directory, from which Python would import modules.
        var start = new ProcessStartInfo(
            python,
            ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('tensorboard') is None)"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(ProbeTimeout);
            try
            {
                await process.WaitForExitAsync(timeout.Token);
                return process.ExitCode == 0;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                return false;
            }
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
