using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Requests the first page once while the browser is starting, so that the code for it (a quarter of a second) is compiled before the
/// first visitor waits.
/// </summary>
public sealed partial class WarmUp(
    IServer server,
    SacredboardOptions options,
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
            using var answer = await client.GetAsync(new Uri(LocalUrl.Of(address, options.SubUrl)), stoppingToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "The warm-up request for the first page failed")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
