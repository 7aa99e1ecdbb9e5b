using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Sacredboard.Data.State;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.HomePage;
using Sacredboard.Web.Lineage;
using Sacredboard.Web.Options;
using Sacredboard.Web.Query;
using Sacredboard.Web.RunPage;
using Sacredboard.Web.SavedViews;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;
using Sacredboard.Web.TablePage;
using Sacredboard.Web.TensorBoard;
using Sacredboard.Web.TensorBoardPage;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Hosting;

/// <summary>Registers all services and the request pipeline of Sacredboard.</summary>
public static class SacredboardHost
{
    public static WebApplicationBuilder CreateBuilder(string[] arguments, StartSettings start)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Settings are read once at start, so files are not watched.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. arguments],
            ContentRootPath = ContentRoot.Find(AppContext.BaseDirectory),
        });
        builder.Configuration.AddInMemoryCollection(start.Values);
        builder.Logging.AddVisibleConsole();
        return builder;
    }

    public static WebApplicationBuilder AddSacredboard(this WebApplicationBuilder builder, StartSettings start)
    {
        var services = builder.Services;
        services.AddSingleton(start);
        services.TryAddSingleton(TimeProvider.System);
        if (bool.TryParse(builder.Configuration["Sacredboard:Debug"], out var debug) && debug)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Debug)
                .AddFilter("Sacredboard", LogLevel.Debug)
                .AddFilter("Microsoft.AspNetCore", LogLevel.Information);
        }

        services.AddSingleton(provider => new StateFile(StateDirectory.Of(provider.GetRequiredService<SacredboardOptions>())));
        services.AddSingleton<ViewStore>();
        services.AddSingleton<HashStore>();
        services.AddSingleton<SavedViewReader>();
        services.AddSingleton<RunPageMaker>();
        services.AddSingleton<LineageIndexes>();
        services.AddSingleton<OutputCache>();
        services.AddSingleton<QueryHelp>();
        services.AddSingleton<CatalogWaiter>();
        services.AddSingleton<NearbyRunsFinder>();
        services.AddSingleton<SourceCounter>();
        services.AddSingleton<HomePageMaker>();
        services.AddSingleton<TableChanges>();
        services.AddSingleton<TableWaiter>();
        services.AddSingleton<RunChanges>();
        services.AddSources(start);
        services.AddHostedService<Announcer>();
        services.AddHostedService<EmptyPlaces>();
        services.AddSingleton<FirstPages>();
        services.AddHostedService<WarmUp>();

        services.AddTensorBoard();
        services.AddServer();
        services.AddPages();
        services.AddApi();
        return builder;
    }

    public static WebApplication UseSacredboard(this WebApplication app)
    {
        // Invalid settings end the start here with a message, not with the first request.
        var options = app.Services.GetRequiredService<SacredboardOptions>();
        _ = app.Services.GetRequiredService<SourceRegistry>();

        app.UseLastResort();
        app.UseResponseCompression();
        if (options.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }

        app.UseReadScopes();
        app.UseSubUrl(options.SubUrl);
        app.UseVisitorZones(options);
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseStaticFiles(AssetCaching.StaticFiles);
        app.UseRouting();
        app.UseBodyLimit();
        app.MapControllers();
        app.MapOpenApi();
        return app;
    }

    private static void AddTensorBoard(this IServiceCollection services)
    {
        services.AddSingleton<TensorBoardFinder>();
        services.AddSingleton<TensorBoards>();
        services.AddHostedService(provider => provider.GetRequiredService<TensorBoards>());
        services.AddSingleton<TensorBoardPageMaker>();
        services.AddSingleton<TensorBoardActions>();
        services.AddSingleton<TensorBoardForwarder>();
        services.AddHttpForwarder();
        services.Configure<RouteOptions>(routes => routes.ConstraintMap[PageConstraint.Name] = typeof(PageConstraint));
    }

    private static void AddServer(this IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ListenAddress>();
        // First, so that all answers have the headers, and before what the host itself adds.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, ResponseHeaders>());
        services.Insert(1, ServiceDescriptor.Singleton<IStartupFilter, HostFilter>());
        services.AddOptions<ForwardedHeadersOptions>().Configure<SacredboardOptions>(TrustedProxies.Configure);
        services.AddOptions<ExceptionHandlerOptions>().Configure(Errors.Configure);
        services.AddResponseCompression(compression =>
        {
            // Compression over HTTPS is safe: pages hold no secret that could be guessed from their size, and antiforgery tokens are
            // new each time.
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
    }

    private static void AddPages(this IServiceCollection services)
    {
        // Escapes only what HTML requires: escaped alphabets other than Latin would be five times as long.
        services.Configure<WebEncoderOptions>(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // The content security policy forbids all framing; this header would allow the same origin.
        services.AddAntiforgery(forgery => forgery.SuppressXFrameOptionsHeader = true);
        services.AddSingleton<IFileVersionProvider, AssetVersions>();
        services.AddSingleton<ModuleImports>();
        // One for all requests: the names of this machine are looked up once.
        services.AddSingleton<ForeignOrders>();
        services.AddControllersWithViews(mvc =>
        {
            mvc.Conventions.Add(new HeadLikeGet());
            mvc.Filters.Add<SourceBinding>();
            mvc.Filters.AddService<ForeignOrders>();
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.ModelBinderProviders.Insert(0, new SourceBindingProvider());
            mvc.ModelBinderProviders.Insert(0, new TableBindingProvider());
            mvc.ModelMetadataDetailsProviders.Add(new TextAsWritten());
            // Made of the whole address: no parameter of its own, neither in the API's description nor in a body.
            mvc.ModelMetadataDetailsProviders.Add(new BindingSourceMetadataProvider(typeof(TableRequest), BindingSource.Special));
            mvc.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(TableRequest)));
            // MVC would validate everything reachable from a parameter: every run of the catalog.
            mvc.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(Source)));
        });
    }
}
