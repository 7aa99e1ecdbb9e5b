using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>Turns failures of the service into words. Nothing of the driver's messages is shown: they may hold keys.</summary>
internal static class BucketErrors
{
    private static readonly HashSet<string> NotAccepted = new(StringComparer.Ordinal)
    {
        "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "TokenRefreshRequired", "InvalidSecurity",
        "RequestTimeTooSkewed",
    };

    private static readonly HashSet<string> OtherRegion = new(StringComparer.Ordinal)
    {
        "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException", "TemporaryRedirect",
    };

    /// <summary>There is no object of this key, or no such version of it.</summary>
    public static bool IsMissing(AmazonS3Exception exception) =>
        exception.ErrorCode == "NoSuchKey"
        || (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed && exception.ErrorCode != "NoSuchBucket");

    public static RunStoreException Of(BucketPlace place, Exception exception)
    {
        var (problem, text) = exception switch
        {
            AmazonS3Exception { ErrorCode: "NoSuchBucket" } =>
                (RunStoreProblem.Unreachable, $"There is no bucket {place.Bucket}{At(place)}."),
            AmazonS3Exception { ErrorCode: { } code } when OtherRegion.Contains(code) =>
                (RunStoreProblem.Refused, $"The bucket {place.Bucket} is in another region; set Region."),
            AmazonS3Exception { ErrorCode: { } code } when NotAccepted.Contains(code) =>
                (RunStoreProblem.Refused, $"The credentials for {place.Name} are not accepted ({code})."),
            AmazonS3Exception { StatusCode: HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized } =>
                (RunStoreProblem.Refused, $"{place.Name} may not be read with these credentials."),
            AmazonS3Exception { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or 0 } =>
                (RunStoreProblem.Unreachable, $"The service of {place.Name} cannot answer at the moment."),
            AmazonS3Exception { ErrorCode: var code, StatusCode: var status } =>
                (RunStoreProblem.Unreadable, $"The service of {place.Name} answers with an error ({code ?? status.ToString()})."),
            _ when IsAboutCredentials(exception) => (
                RunStoreProblem.Refused,
                place.Profile is { } profile
                    ? $"The profile {profile} has no credentials for {place.Name}."
                    : $"There are no credentials for {place.Name}: give them in the environment (AWS_ACCESS_KEY_ID, "
                        + "AWS_SECRET_ACCESS_KEY) or in a profile of ~/.aws."),
            _ => (RunStoreProblem.Unreachable, $"The service of {place.Name} does not answer{At(place)}."),
        };
        return new RunStoreException(problem, text, exception);
    }

    // The library has no type for it.
    private static bool IsAboutCredentials(Exception exception) =>
        exception is AmazonClientException
        && exception.Message is var text
        && (text.Contains("credentials", StringComparison.OrdinalIgnoreCase)
            || text.Contains("profile", StringComparison.OrdinalIgnoreCase));

    private static string At(BucketPlace place) =>
        place.Endpoint is { } endpoint && Uri.TryCreate(endpoint, UriKind.Absolute, out var url) ? $" at {url.Authority}" : "";
}
