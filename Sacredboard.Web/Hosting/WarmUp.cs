using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Requests the first page once while the browser is starting, and the first output and chart once the runs are there, so that their
/// code is compiled, and each database has said which metrics belong to which run, before the first visitor waits.
/// </summary>
public sealed partial class WarmUp(
    IServer server,
    SacredboardOptions options,
    FirstPages pages,
    IHostApplicationLifetime lifetime,
    ILogger<WarmUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address)
        {
            return;
        }

        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
            client.DefaultRequestHeaders.Host = "localhost";
            var first = new Uri(LocalUrl.Of(address, options.SubUrl));
            using var page = await client.GetAsync(first, stoppingToken);
            await foreach (var path in pages.FindAsync(options.SubUrl, stoppingToken))
            {
                using var answer = await client.GetAsync(new Uri(first, path), stoppingToken);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or RunStoreException)
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "A warm-up request failed")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
