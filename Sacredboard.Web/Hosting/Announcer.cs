using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Options;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Hosting;

/// <summary>Prints once where Sacredboard listens and what it shows, and opens the browser.</summary>
public sealed class Announcer(
    IServer server,
    SourceRegistry sources,
    SacredboardOptions options,
    IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce()
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is not { } address)
        {
            return;
        }

        var uri = new Uri(address);
        var url = LocalUrl.Of(address, options.SubUrl);
        if (options.Port != 0 && uri.Port != options.Port)
        {
            Console.WriteLine($"Port {options.Port} is in use; took {uri.Port}.");
        }

        var places = string.Join(", ", sources.All.Select(source => $"{source.Name} ({ValueText.Visible(source.Info.Place.Name)})"));
        Console.WriteLine($"Sacredboard is at {url} and shows {places}. Ctrl+C ends it.");
        if (options.OpenBrowser)
        {
            Browser.Open(url);
        }
    }
}
