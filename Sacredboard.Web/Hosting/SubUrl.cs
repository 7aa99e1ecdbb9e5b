namespace Sacredboard.Web.Hosting;

/// <summary>
/// The path under which a reverse proxy shows Sacredboard. Taken off a request that has it, and put in front of every link
/// also when the proxy took it off already.
/// </summary>
public static class SubUrl
{
    public static void UseSubUrl(this IApplicationBuilder app, string subUrl)
    {
        var prefix = new PathString(subUrl.TrimEnd('/'));
        if (!prefix.HasValue)
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(prefix, out var rest))
            {
                context.Request.Path = rest.HasValue ? rest : "/";
            }

            context.Request.PathBase = prefix;
            return next(context);
        });
    }
}
