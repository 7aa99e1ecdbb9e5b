using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// A mode of this program that only the dashboard starts: it starts TensorBoard, and ends it with all its children when its own
/// standard input ends. That is a pipe from the dashboard, which the operating system closes however the dashboard ends, even by
/// SIGKILL.
/// </summary>
internal static class TensorBoardWatchdog
{
    public const string Argument = "--watch-tensorboard";

    /// <summary>Exit code when the program could not be started; the reason is the last line of output.</summary>
    public const int CannotStart = 127;

    public static bool IsAskedFor(string[] arguments) => arguments is [Argument, _, _, ..];

    /// <summary>
    /// The command line that runs this program as watchdog, whether it runs as an executable, under <c>dotnet</c> or in a test.
    /// </summary>
    /// <param name="folder">The <see cref="TensorBoardFolder"/>.</param>
    public static IReadOnlyList<string> Command(string folder, TensorBoardProgram program, IEnumerable<string> arguments)
    {
        var assembly = typeof(TensorBoardWatchdog).Assembly;
        var name = assembly.GetName().Name!;
        var executable = Path.Join(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);
        string[] self = File.Exists(executable)
            ? [executable]
            : [Environment.ProcessPath!, Path.Join(AppContext.BaseDirectory, name + ".dll")];
        return [.. self, Argument, folder, program.File, .. program.Arguments, .. arguments];
    }

    // Not inlined, so that the types of the dashboard are not loaded for the watchdog.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<int> RunAsync(string[] arguments)
    {
        var folder = new TensorBoardFolder(arguments[1]);
        using var ended = new SemaphoreSlim(0);
        // A signal to the process group must not end the watchdog before TensorBoard.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);

        using var program = Start(arguments);
        if (program is null)
        {
            return CannotStart;
        }

        var exit = program.WaitForExitAsync();
        try
        {
            ProcessIdentity.Of(program.Id)?.Write(folder.ProgramFile);
            await Task.WhenAny(exit, UntilInputEndsAsync(), ended.WaitAsync());
        }
        finally
        {
            if (!exit.IsCompleted)
            {
                program.Kill(entireProcessTree: true);
                await exit;
                folder.Delete();
            }
        }

        return program.ExitCode;

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.Release();
        }
    }

    private static Process? Start(string[] arguments)
    {
        // TensorBoard inherits the output, but not the input, which is the dashboard's pipe.
        var start = new ProcessStartInfo(arguments[2], arguments[3..]) { RedirectStandardInput = true };
        try
        {
            var program = Process.Start(start)!;
            program.StandardInput.Close();
            return program;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            Console.Error.WriteLine(exception.Message);
            return null;
        }
    }

    private static async Task UntilInputEndsAsync()
    {
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[16];
        while (await input.ReadAsync(buffer) > 0)
        {
        }
    }
}
