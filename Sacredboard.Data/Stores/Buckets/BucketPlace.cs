using System.Diagnostics.CodeAnalysis;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>A bucket, the path in it, and how to reach it.</summary>
internal sealed record BucketPlace
{
    public const string S3 = "s3://";
    public const string Google = "gs://";

    private const string GoogleEndpoint = "https://storage.googleapis.com";

    public required bool IsGoogle { get; init; }

    public required string Bucket { get; init; }

    /// <summary>Without slashes at its ends; "" for the whole bucket.</summary>
    public required string Path { get; init; }

    /// <summary>The URL of the service; null for Amazon S3 in the region.</summary>
    public string? Endpoint { get; init; }

    public string? Region { get; init; }

    public bool PathStyle { get; init; }

    /// <summary>The name of a profile in the AWS configuration; null for none.</summary>
    public string? Profile { get; init; }

    /// <summary>For users: <c>s3://bucket/path</c>.</summary>
    public string Name => (IsGoogle ? Google : S3) + Bucket + (Path.Length == 0 ? "" : "/" + Path);

    /// <summary>
    /// What the keys of all objects begin with: an observer joins them with slashes, also where its directory begins or ends with one.
    /// </summary>
    public IReadOnlyList<string> Prefixes => Path.Length == 0 ? [""] : [Path + "/", $"/{Path}/"];

    public static bool TryParse(PlaceOptions options, [NotNullWhen(true)] out BucketPlace? place)
    {
        place = null;
        var (scheme, url) = (options.Scheme!, options.Url!);
        var rest = url[scheme.Length..];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        var bucket = end < 0 ? rest : rest[..end];
        if (!IsBucket(bucket))
        {
            return false;
        }

        var isGoogle = scheme == Google;
        var endpoint = options.Endpoint ?? (isGoogle ? GoogleEndpoint : null);
        place = new()
        {
            IsGoogle = isGoogle,
            Bucket = bucket,
            Path = end < 0 ? "" : rest[end..].Trim('/'),
            Endpoint = endpoint,
            Region = options.Region ?? (isGoogle ? "auto" : null),
            PathStyle = options.PathStyle ?? endpoint is not null,
            Profile = options.Profile,
        };
        return true;
    }

    // Rejects what would be credentials: s3://key:secret@bucket.
    private static bool IsBucket(string name) =>
        name.Length is >= 3 and <= 222 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
