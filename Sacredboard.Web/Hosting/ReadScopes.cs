using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Hosting;

/// <summary>What a request reads of runs counts as memory until its answer is made.</summary>
public static class ReadScopes
{
    public static void UseReadScopes(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        using var scope = ReadScope.Begin();
        await next(context);
    });
}
