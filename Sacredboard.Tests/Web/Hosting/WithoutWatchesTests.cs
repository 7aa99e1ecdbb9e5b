using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>Linux gives a user 128 instances of inotify, and editors and notebooks take them: nothing that only serves needs one.</summary>
public sealed class WithoutWatchesTests
{
    [Theory]
    [InlineData("/samples/runs", HttpStatusCode.OK)]
    [InlineData("/samples/runs/1", HttpStatusCode.OK)]
    [InlineData("/samples/columns", HttpStatusCode.OK)]
    [InlineData("/nosuch/runs", HttpStatusCode.NotFound)]
    public async Task Pages_are_served_when_no_file_can_be_watched(string path, HttpStatusCode status)
    {
        await using var application = new Unwatched();
        using var client = application.CreateClient();

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("site.css?v=", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_told_in_words_when_the_page_for_errors_fails_too()
    {
        await using var application = new Unwatched(services => services.AddSingleton<IFileVersionProvider, Failing>());
        using var client = application.CreateClient();

        using var answer = await client.GetAsync("/samples/runs", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Its log says why", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private sealed class Unwatched(Action<IServiceCollection>? services = null) : WebApplicationFactory<Program>
    {
        private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("sacredboard-state-");

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _state.Delete(recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSolutionRelativeContentRoot(".");
            builder.UseSetting("Sacredboard:OpenBrowser", "false");
            builder.UseSetting("Sacredboard:StatePath", _state.FullName);
            builder.ConfigureAppConfiguration((context, _) =>
                context.HostingEnvironment.WebRootFileProvider = new NoWatches(context.HostingEnvironment.WebRootFileProvider));
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services ?? (_ => { }));
        }
    }

    private sealed class NoWatches(IFileProvider files) : IFileProvider
    {
        public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

        public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

        public IChangeToken Watch(string filter) =>
            throw new IOException("The configured user limit on the number of inotify instances has been reached.");
    }

    private sealed class Failing : IFileVersionProvider
    {
        public string AddFileVersionToPath(Microsoft.AspNetCore.Http.PathString requestPathBase, string path) => throw new IOException("failed");
    }
}
