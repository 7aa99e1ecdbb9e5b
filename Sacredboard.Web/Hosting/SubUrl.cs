namespace Sacredboard.Web.Hosting;

/// <summary>
/// The path prefix under which a reverse proxy shows Sacredboard. It is removed from requests that have it, and prefixed to every
/// link even when the proxy removed it already.
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
