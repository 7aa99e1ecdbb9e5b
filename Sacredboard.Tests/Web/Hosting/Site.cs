using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>An environment whose wwwroot is a directory of the test.</summary>
internal sealed class Site(string root) : IWebHostEnvironment
{
    public string WebRootPath { get; set; } = root;

    public IFileProvider WebRootFileProvider { get; set; } = new PhysicalFileProvider(root);

    public string ApplicationName { get; set; } = "Sacredboard.Web";

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

    public string ContentRootPath { get; set; } = root;

    public string EnvironmentName { get; set; } = "Production";
}
