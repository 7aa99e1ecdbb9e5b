using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.FileProviders;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Appends the hash of a file of wwwroot to its address (<c>asp-append-version</c>). MVC's own watches each file for changes and fails when
/// the system has no watch left, as on a machine where editors took all of them; this looks at its date and size instead.
/// </summary>
public sealed class AssetVersions(IWebHostEnvironment environment) : IFileVersionProvider
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Modified, long Length, string Version)> _known = new();

    public string AddFileVersionToPath(PathString requestPathBase, string path)
    {
        var asset = requestPathBase.HasValue && path.StartsWith(requestPathBase.Value!, StringComparison.OrdinalIgnoreCase)
            ? path[requestPathBase.Value!.Length..]
            : path;
        var file = environment.WebRootFileProvider.GetFileInfo(asset);
        if (!file.Exists)
        {
            return path;
        }

        var known = _known.GetValueOrDefault(asset);
        if (known.Version is null || known.Modified != file.LastModified || known.Length != file.Length)
        {
            _known[asset] = known = (file.LastModified, file.Length, Hash(file));
        }

        return QueryHelpers.AddQueryString(path, "v", known.Version);
    }

    private static string Hash(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return WebEncoders.Base64UrlEncode(SHA256.HashData(content));
    }
}
