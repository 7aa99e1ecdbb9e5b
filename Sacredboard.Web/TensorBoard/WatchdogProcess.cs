using System.Diagnostics;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// A started <see cref="TensorBoardWatchdog"/> as the dashboard sees it: the output and the end of it and of TensorBoard.
/// </summary>
internal sealed class WatchdogProcess(Process process, OutputTail output)
{
    private static readonly TimeSpan OutputTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(5);

    private readonly Task _reading = Task.WhenAll(output.ReadAsync(process.StandardOutput), output.ReadAsync(process.StandardError));

    /// <summary>TensorBoard's exit code; only after its end.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Completes after its end, when its last output has been read.</summary>
    public async Task EndedAsync()
    {
        await process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(_reading, Task.Delay(OutputTimeout));
    }

    /// <summary>Ends the watchdog and TensorBoard if they are running.</summary>
    public async Task EndAsync()
    {
        // The end of its input makes the watchdog end everything.
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(ExitTimeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
