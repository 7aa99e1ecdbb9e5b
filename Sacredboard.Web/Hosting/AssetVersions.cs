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
public sealed class AssetVersions(IWebHostEnvironment environment, TimeProvider time) : IFileVersionProvider
{
    /// <summary>How long a look is good for: a page has dozens of assets, and looking at all of them took a sixth of its time.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Asset> _known = new();

    public string AddFileVersionToPath(PathString requestPathBase, string path)
    {
        var asset = requestPathBase.HasValue && path.StartsWith(requestPathBase.Value!, StringComparison.OrdinalIgnoreCase)
            ? path[requestPathBase.Value!.Length..]
            : path;
        var known = _known.GetValueOrDefault(asset);
        if (known is null || time.GetElapsedTime(known.Looked) >= LookInterval)
        {
            _known[asset] = known = Look(asset, known);
        }

        return known.Version is null ? path : QueryHelpers.AddQueryString(path, "v", known.Version);
    }

    private Asset Look(string asset, Asset? known)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(asset);
        var now = time.GetTimestamp();
        return !file.Exists ? new(now, default, 0, null)
            : known?.Version is not null && known.Modified == file.LastModified && known.Length == file.Length ? known with { Looked = now }
            : new(now, file.LastModified, file.Length, Hash(file));
    }

    private static string Hash(IFileInfo file)
    {
        using var content = file.CreateReadStream();
        return WebEncoders.Base64UrlEncode(SHA256.HashData(content));
    }

    /// <param name="Looked">When it was last looked at.</param>
    /// <param name="Version">Null when there is no such file.</param>
    private sealed record Asset(long Looked, DateTimeOffset Modified, long Length, string? Version);
}
