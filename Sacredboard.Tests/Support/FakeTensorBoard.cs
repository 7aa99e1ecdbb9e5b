using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sacredboard.Tests.Support;

/// <summary>
/// A program that is started as TensorBoard is and behaves as the test wants: a small shell script. What it is asked over HTTP
/// the test answers itself.
/// </summary>
public sealed class FakeTensorBoard : IAsyncDisposable
{
    /// <summary>Says where it is and goes on for long.</summary>
    public const string Runs = """
        echo "TensorBoard 9.9 at http://127.0.0.1:$PORT$PREFIX/ (Press CTRL+C to quit)" >&2
        exec sleep 1000
        """;

    /// <summary>The same, without ever saying anything.</summary>
    public const string Silent = "exec sleep 1000";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sacredboard-fake-tensorboard-");
    private readonly ConcurrentQueue<(string Request, Dictionary<string, string> Headers, string Body)> _asked = new();
    private readonly WebApplication _app;

    private FakeTensorBoard(WebApplication app) => _app = app;

    public string Command => Path.Combine(_directory.FullName, "tensorboard");

    /// <summary>As it was started last.</summary>
    public string[] Arguments => File.ReadAllLines(ArgumentsFile);

    public string Environment => File.ReadAllText(EnvironmentFile);

    /// <summary>The process ids of all that were started.</summary>
    public int[] Processes => File.Exists(ProcessesFile) ? [.. File.ReadAllLines(ProcessesFile).Select(int.Parse)] : [];

    /// <summary>What it was asked, but for whether it is ready.</summary>
    public IReadOnlyList<(string Request, Dictionary<string, string> Headers, string Body)> Asked => [.. _asked];

    /// <summary>How it answers; by default with the path it was asked.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Echo;

    private string ArgumentsFile => Path.Combine(_directory.FullName, "arguments");

    private string EnvironmentFile => Path.Combine(_directory.FullName, "environment");

    private string ProcessesFile => Path.Combine(_directory.FullName, "processes");

    public static async Task<FakeTensorBoard> StartAsync(string script = Runs)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell that runs scripts");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeTensorBoard(app);
        app.Run(fake.AnswerAsync);
        await app.StartAsync();
        fake.Write(script);
        return fake;
    }

    /// <summary>Forgets what it was asked and how a test made it answer.</summary>
    public void Reset()
    {
        _asked.Clear();
        Answer = Echo;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    private static Task Echo(HttpContext context) =>
        context.Response.WriteAsync(context.Request.Path + context.Request.QueryString.ToString());

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("/data/environment", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync("{}");
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        _asked.Enqueue((
            $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));
        await Answer(context);
    }

    private void Write(string script)
    {
        var whole = $"""
            #!/bin/sh
            printf '%s\n' "$@" > '{ArgumentsFile}'
            env > '{EnvironmentFile}'
            echo $$ >> '{ProcessesFile}'
            while [ $# -gt 0 ]; do [ "$1" = --path_prefix ] && PREFIX=$2; [ "$1" = --logdir ] && LOGDIR=$2; shift; done
            PORT={new Uri(_app.Urls.First()).Port}
            {script}

            """;
        File.WriteAllText(Command, whole.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
