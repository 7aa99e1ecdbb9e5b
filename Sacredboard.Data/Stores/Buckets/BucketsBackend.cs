namespace Sacredboard.Data.Stores.Buckets;

public static class BucketsBackendRegistration
{
    /// <summary>Runs that an S3Observer or a GoogleCloudStorageObserver wrote.</summary>
    public static Backends AddBuckets(this Backends backends) => backends.Add(new BucketsBackend());
}

internal sealed class BucketsBackend : IBackend
{
    public string Allowed => "an s3:// or gs:// URL";

    public IReadOnlyList<string> Options =>
    [
        nameof(PlaceOptions.Endpoint),
        nameof(PlaceOptions.Region),
        nameof(PlaceOptions.PathStyle),
        nameof(PlaceOptions.Profile),
        nameof(PlaceOptions.FolderDepth),
        nameof(PlaceOptions.ExcludeFolders),
    ];

    public string Needs => "a bucket to read from; give an s3:// or gs:// URL as well";

    public bool Recognizes(PlaceOptions place) => place.Scheme is BucketPlace.S3 or BucketPlace.Google;

    public IEnumerable<PlaceProblem> Check(PlaceOptions place)
    {
        if (!BucketPlace.TryParse(place, out _))
        {
            yield return new(
                nameof(place.Url),
                $"is not a valid URL of a bucket ({place.Scheme}bucket/path; credentials come from the usual places of AWS, never from "
                    + "here)");
        }

        if (place.Endpoint is { } endpoint
            && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0))
        {
            yield return new(nameof(place.Endpoint), "is not a valid URL (https://host[:port], without credentials)");
        }

        foreach (var problem in FolderRules.Check(place))
        {
            yield return problem;
        }
    }

    public string ShortName(PlaceOptions place) =>
        BucketPlace.TryParse(place, out var bucket) && bucket.Path.Length > 0 ? bucket.Path[(bucket.Path.LastIndexOf('/') + 1)..]
        : bucket?.Bucket ?? "";

    public IRunStore Open(PlaceOptions place, StoreContext context) =>
        BucketPlace.TryParse(place, out var bucket)
            ? new BucketRunStore(bucket, place.Folders, context.Time)
            : throw new ArgumentException("This is not the URL of a bucket.", nameof(place));
}
