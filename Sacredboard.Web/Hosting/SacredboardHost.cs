using Microsoft.AspNetCore.Mvc;

namespace Sacredboard.Web.Hosting;

/// <summary>Everything that Sacredboard is made of, and the way of a request through it. Reads top to bottom.</summary>
public static class SacredboardHost
{
    public static WebApplicationBuilder AddSacredboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddControllersWithViews(mvc => mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));
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
