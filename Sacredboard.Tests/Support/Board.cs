using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Sources;

namespace Sacredboard.Tests.Support;

/// <summary>The real application on a free port of this machine; it does not ask itself for its first page ahead of time.</summary>
public sealed class Board : IAsyncDisposable
{
    /// <summary>The name of the source in the URLs of a board that shows one place.</summary>
    public const string Source = "lab";

    private readonly Factory _factory;
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("sacredboard-state-");

    private Board(Dictionary<string, string> settings, SourceRegistry? sources = null, string? file = null)
    {
        // What is saved must not end up among what the user of this machine saved.
        settings.TryAdd("StatePath", StatePath);
        _factory = new(settings, sources, file);
        // The port comes from the settings: one given here is set while the application may already be starting by itself.
        _factory.UseKestrel();
        _factory.StartServer();
        Address = new(_factory.ClientOptions.BaseAddress, settings.GetValueOrDefault("SubUrl", "/").TrimEnd('/') + "/");
    }

    /// <summary>Ends with a slash; below the board's sub-URL.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => _factory.Services;

    /// <summary>The directory of the board's own state; empty at first.</summary>
    public string StatePath => _state.FullName;

    /// <summary>Started without any argument.</summary>
    public static Board OnSamples() => new([]);

    public static Board OnDirectory(string path, string subUrl = "/") =>
        new(new() { ["Sources:0:Name"] = Source, ["Sources:0:Directory"] = path, ["SubUrl"] = subUrl });

    /// <summary>On a directory, with more settings; their keys without <c>Sacredboard:</c>.</summary>
    public static Board OnDirectory(string path, params (string Key, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Key, setting => setting.Value);
        all["Sources:0:Name"] = Source;
        all["Sources:0:Directory"] = path;
        return new(all);
    }

    /// <param name="url">With the database in its path.</param>
    public static Board OnMongo(string url) =>
        new(new() { ["Sources:0:Name"] = Source, ["Sources:0:Url"] = url, ["Sources:0:Collection"] = "runs" });

    /// <summary>With settings alone; their keys without <c>Sacredboard:</c>.</summary>
    public static Board On(params (string Key, string Value)[] settings) =>
        new(settings.ToDictionary(setting => setting.Key, setting => setting.Value));

    /// <param name="path">A file of settings, which may be edited meanwhile.</param>
    public static Board OnFile(string path) => new([], file: path);

    /// <param name="store">Opened and filled by the test, which also ends it.</param>
    public static Board OnStore(IRunStore store)
    {
        var opened = new RunSource(store, new RunSourceOptions(), new StoreContext(TimeProvider.System, 1 << 20));
        return new([], new SourceRegistry([new Source(Source, "The lab", opened)], isSamples: false));
    }

    /// <summary>Returns when all runs of all sources are there.</summary>
    public async Task LoadedAsync()
    {
        foreach (var source in Services.GetRequiredService<SourceRegistry>().All)
        {
            source.Want();
            while (source.Catalog.State.Phase == CatalogPhase.Loading)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _state.Delete(recursive: true);
    }

    private sealed class Factory(Dictionary<string, string> settings, SourceRegistry? sources, string? file)
        : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSolutionRelativeContentRoot(".");
            builder.UseSetting("Sacredboard:Port", "0");
            builder.UseSetting("Sacredboard:OpenBrowser", "false");
            foreach (var (key, value) in settings)
            {
                builder.UseSetting($"Sacredboard:{key}", value);
            }

            if (file is not null)
            {
                builder.ConfigureAppConfiguration((_, configuration) => configuration.AddJsonFile(file));
            }

            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services =>
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(WarmUp)));
                if (sources is not null)
                {
                    services.Replace(ServiceDescriptor.Singleton(sources));
                }
            });
        }
    }
}
