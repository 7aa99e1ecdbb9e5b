using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Options;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Hosting;

/// <summary>Everything that Sacredboard is made of, and the way of a request through it. Reads top to bottom.</summary>
public static class SacredboardHost
{
    public static WebApplicationBuilder AddSacredboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SacredboardOptions>().BindConfiguration(SacredboardOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SourceFactory>();
        builder.Services.AddSingleton(services => services.GetRequiredService<SourceFactory>().Create());
        builder.Services.AddHostedService<CatalogService>();
        builder.Services.AddControllersWithViews(mvc =>
        {
            mvc.Filters.Add<SourceBinding>();
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.ModelBinderProviders.Insert(0, new SourceBindingProvider());
        });
        return builder;
    }

    public static WebApplication UseSacredboard(this WebApplication app)
    {
        app.UseStaticFiles();
        app.UseRouting();
        app.MapControllers();
        return app;
    }
}
