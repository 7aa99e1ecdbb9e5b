using System.Diagnostics;

namespace Sacredboard.Web.TensorBoard;

/// <summary>A <see cref="TensorBoardWatchdog"/> that was started, as the dashboard sees it: what it and TensorBoard print, and their end.</summary>
internal sealed class WatchdogProcess(Process process, OutputTail output)
{
    private static readonly TimeSpan OutputTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ExitTimeout = TimeSpan.FromSeconds(5);

    private readonly Task _reading = Task.WhenAll(output.ReadAsync(process.StandardOutput), output.ReadAsync(process.StandardError));

    /// <summary>What TensorBoard ended with; only for one that has ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Waits for its end. What it printed last is read before anybody is told.</summary>
    public async Task EndedAsync()
    {
        await process.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(_reading, Task.Delay(OutputTimeout));
    }

    /// <summary>Ends it and its TensorBoard, if they have not ended yet.</summary>
    public async Task EndAsync()
    {
        // The end of its input is the sign to end everything.
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
