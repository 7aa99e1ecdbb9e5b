using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class AssetCachingTests
{
    [Theory]
    [InlineData("/css/site.css", "?v=abc", "public, max-age=31536000, immutable")]
    [InlineData("/js/chunks/chunk-ABC.js", "", "public, max-age=31536000, immutable")]
    [InlineData("/js/charts/page.js", "", "public, no-cache")]
    [InlineData("/js/chunksize.js", "", "public, no-cache")]
    public void A_file_is_kept_where_its_address_changes_with_its_content(string path, string query, string caching)
    {
        var context = new DefaultHttpContext();
        (context.Request.Path, context.Request.QueryString) = (path, new(query));

        AssetCaching.StaticFiles.OnPrepareResponse(new StaticFileResponseContext(context, new NotFoundFileInfo(path)));

        Assert.Equal(caching, context.Response.Headers.CacheControl);
    }
}
