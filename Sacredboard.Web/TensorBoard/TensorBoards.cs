using Sacredboard.Web.Formatting;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Starts TensorBoards up to the maximum, stops idle ones, and stops all when the dashboard ends.</summary>
public sealed partial class TensorBoards : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan IdleCheck = TimeSpan.FromSeconds(10);

    private readonly TensorBoardOptions _options;
    private readonly TensorBoardFinder _finder;
    private readonly string _directory;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private ITimer? _idle;

    public TensorBoards(SacredboardOptions options, TensorBoardFinder finder, TimeProvider time, ILogger<TensorBoards> logger)
    {
        (_options, _finder, _time, _logger) = (options.TensorBoard, finder, time, logger);
        _directory = Path.Join(StateDirectory.Of(options), "tensorboard");
    }

    public KnownTensorBoards Known { get; } = new();

    internal HttpMessageInvoker Http { get; } = TensorBoardClient.Create();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var left = TensorBoardLeftovers.Clear(_directory);
        if (left > 0)
        {
            Log.Cleared(_logger, left);
        }

        _idle = _time.CreateTimer(_ => StopIdle(), null, IdleCheck, IdleCheck);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _idle?.Dispose();
        await Task.WhenAll(Known.Close().Select(instance => instance.StopAsync("The dashboard ended.")));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        Http.Dispose();
    }

    /// <summary>Starts a TensorBoard, or returns the running one for these directories.</summary>
    /// <param name="page">Path of the page about it.</param>
    /// <param name="by">Who starts it, for display.</param>
    /// <exception cref="TensorBoardException">It cannot be started.</exception>
    public async Task<TensorBoardInstance> StartAsync(
        TensorBoardAddress address, string page, IReadOnlyList<TensorBoardLink> links, string by, CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            throw new TensorBoardException(
                TensorBoardProblem.NoDirectory,
                "There is no log directory that may be opened; the list says why.");
        }

        if (links.FirstOrDefault(link => !Directory.Exists(link.Directory)) is { } gone)
        {
            throw new TensorBoardException(
                TensorBoardProblem.DirectoryGone,
                $"The log directory '{ValueText.Visible(gone.Directory)}' no longer exists.");
        }

        var program = await _finder.FindAsync(cancellationToken);
        return Known.FindOrAdd(address, links, page, alive => Start(program, links, by, alive));
    }

    private TensorBoardInstance Start(TensorBoardProgram program, IReadOnlyList<TensorBoardLink> links, string by, int alive)
    {
        if (alive >= _options.MaxProcesses)
        {
            throw new TensorBoardException(
                TensorBoardProblem.Limit,
                _options.MaxProcesses == 0 ? "TensorBoard is not started here: the setting Sacredboard:TensorBoard:MaxProcesses is 0." :
                $"{alive} TensorBoards are running, the maximum (setting Sacredboard:TensorBoard:MaxProcesses). Stop one of them first.");
        }

        var launch = new TensorBoardLaunch
        {
            Program = program,
            Links = links,
            Directory = _directory,
            By = by,
            StartTimeout = TimeSpan.FromSeconds(_options.StartTimeoutSeconds),
        };
        TimeSpan? idleStop = _options.IdleStopMinutes == 0 ? null : TimeSpan.FromMinutes(_options.IdleStopMinutes);
        var instance = new TensorBoardInstance(launch, Http, idleStop, _time);
        Log.Started(_logger, by, string.Join(", ", links.Select(link => link.Directory)));
        return instance;
    }

    private void StopIdle()
    {
        foreach (var instance in Known.Alive.Where(instance => instance.IsIdle))
        {
            _ = instance.StopAsync($"It was not used for {_options.IdleStopMinutes} min.");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "TensorBoard started by {By} on {Directories}")]
        public static partial void Started(ILogger logger, string by, string directories);

        [LoggerMessage(2, LogLevel.Warning, "Ended {Count} TensorBoards that an earlier dashboard had left running")]
        public static partial void Cleared(ILogger logger, int count);
    }
}
