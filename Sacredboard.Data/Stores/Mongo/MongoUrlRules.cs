using MongoDB.Driver;
using MongoDB.Driver.Core.Configuration;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>What the driver would only complain about with the first connection, or ignore without a word.</summary>
internal static class MongoUrlRules
{
    // Of pymongo and the shell. The driver here takes certificates from the system.
    private static readonly Dictionary<string, string> Advice = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tlsCAFile"] = "the authority must be one of the system, or its file in the environment variable SSL_CERT_FILE",
        ["ssl_ca_certs"] = "the authority must be one of the system, or its file in the environment variable SSL_CERT_FILE",
    };

    private static readonly string[] Passwordless = ["MONGODB-X509", "MONGODB-AWS", "GSSAPI", "MONGODB-OIDC"];

    /// <returns>Null when nothing is wrong; never quotes a value, which may be a password.</returns>
    public static string? Problem(string url, MongoUrl parsed)
    {
        if (url.Split('?').Length > 2)
        {
            return "has a second '?'; options are joined by &: ?authSource=admin&tls=true";
        }

        if (new ConnectionString(url).AllUnknownOptionNames.FirstOrDefault() is { } option)
        {
            return $"has the option '{option}', which would be ignored; "
                + Advice.GetValueOrDefault(option, "leave it out, or check its spelling");
        }

        if (parsed.Username is not null && parsed.Password is null
            && !Passwordless.Contains(parsed.AuthenticationMechanism, StringComparer.OrdinalIgnoreCase))
        {
            return "names a user without a password; allowed is user:password@";
        }

        try
        {
            MongoClientSettings.FromUrl(parsed).Freeze();
            return null;
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or ArgumentException
            or MongoException)
        {
            return parsed.AuthenticationMechanism is { } mechanism
                ? $"asks for authMechanism={mechanism}, which is not one of SCRAM-SHA-256, SCRAM-SHA-1, MONGODB-X509, MONGODB-AWS, PLAIN "
                    + "and GSSAPI, or lacks what this one needs"
                : "has options that contradict each other";
        }
    }
}
