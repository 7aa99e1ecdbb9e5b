using System.Diagnostics;
using System.Text.Json;
using Sacredboard.Tests.Support;

[assembly: AssemblyFixture(typeof(RealPython))]

namespace Sacredboard.Tests.Support;

/// <summary>
/// The Python of this machine that <c>SACREDBOARD_TEST_PYTHON</c> names, with pymongo: one process for all tests, which runs the lines that
/// it is given one after the other (TestData/python/run_lines.py).
/// </summary>
public sealed class RealPython : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _gate = new(1);
    private Process? _process;

    /// <summary>What the lines printed or read; without a Python the calling test is skipped, or failed where it is required.</summary>
    /// <param name="kind"><c>pymongo</c> or <c>pandas</c>.</param>
    /// <param name="lines">As the page has them.</param>
    public async Task<JsonElement> RunAsync(string kind, string lines)
    {
        Requirement.AssertTrait(Requirement.Python);
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _process ??= Start(PathOrSkip());
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { kind, lines }));
            await _process.StandardInput.FlushAsync();
            var answer = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                .AsTask()
                .WaitAsync(AnswerTimeout);
            return answer is null
                ? throw new InvalidOperationException("Python ended: " + await _process.StandardError.ReadToEndAsync())
                : JsonElement.Parse(answer);
        }
        finally
        {
            _gate.Release();
        }
    }

    public static string PathOrSkip()
    {
        var given = Environment.GetEnvironmentVariable("SACREDBOARD_TEST_PYTHON");
        if (string.IsNullOrEmpty(given))
        {
            Requirement.Missing(
                Requirement.Python,
                "no Python to test with: set SACREDBOARD_TEST_PYTHON (the path of a Python with pymongo, and pandas if possible)");
        }

        return File.Exists(given)
            ? Path.GetFullPath(given)
            : throw new FileNotFoundException($"SACREDBOARD_TEST_PYTHON names no file: {given}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            // At the end of its input it ends by itself.
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(AnswerTimeout);
            _process.Dispose();
        }

        _gate.Dispose();
    }

    private static Process Start(string program)
    {
        var start = new ProcessStartInfo(program, [TestFiles.Path("python", "run_lines.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PYTHONUTF8"] = "1";
        // What a proxy answers for this machine is not what the page says.
        start.Environment["NO_PROXY"] = "*";
        return Process.Start(start)!;
    }
}
