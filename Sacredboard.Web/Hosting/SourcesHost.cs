using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Buckets;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Stores.Sql;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Data.Stores.TinyDb;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Options;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Hosting;

/// <summary>Registers the backends, and the sources that the settings name.</summary>
public static class SourcesHost
{
    /// <summary>In the order in which they are asked whether they recognize a place.</summary>
    public static Backends AllBackends =>
        new Backends().AddMongo().AddBuckets().AddTinyDb().AddSql().AddTensorBoardLogs().AddFiles();

    public static void AddSources(this IServiceCollection services, StartSettings start)
    {
        services.AddSingleton(AllBackends);
        services.AddSingleton(provider => OptionsCheck.Read(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<Backends>(), start));
        services.AddSingleton(provider => Context(
            provider.GetRequiredService<SacredboardOptions>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SourceFactory>();
        services.AddSingleton(provider => provider.GetRequiredService<SourceFactory>().Create());
        services.AddSingleton<SettingsFile>();
        services.AddHostedService<CatalogService>();
        services.AddHostedService<SourceUpdater>();
        services.AddHostedService<OutageLog>();
        services.AddHostedService<IdleMemory>();
    }

    private static StoreContext Context(SacredboardOptions options, TimeProvider time) =>
        new(time, (long)options.MetricCacheMegabytes << 20)
        {
            DocumentBytes = (long)options.DocumentMegabytes << 20,
            LogRoots = options.TensorBoard.ToLogDirectories().Roots,
            OutputFiles = options.OutputFiles.ToRecordedFiles(),
        };
}
