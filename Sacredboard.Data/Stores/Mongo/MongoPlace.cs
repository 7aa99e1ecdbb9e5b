using System.Diagnostics.CodeAnalysis;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.Core.Configuration;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Where a Sacred observer writes to in MongoDB: URL, database and collection names.</summary>
public sealed record MongoPlace
{
    public const string DefaultDatabase = "sacred";

    private MongoPlace(MongoUrl url, string database) => (Url, Database) = (url, database);

    public string Database { get; private init; }

    /// <summary>Name of the collection of runs.</summary>
    public string Runs { get; private init; } = "runs";

    public string Metrics { get; private init; } = "metrics";

    /// <summary>The GridFS bucket; Sacred 0.7 and later always use <c>fs</c>, whatever the other names are.</summary>
    public string Bucket { get; private init; } = "fs";

    /// <summary>Servers, database and collection for display, without user and password.</summary>
    public string Name => $"{Servers}/{Database}.{Runs}";

    /// <summary>The servers for display. For a name that is resolved by DNS (<c>mongodb+srv</c>) the port has no meaning.</summary>
    public string Servers => string.Join(',', Url.Servers.Select(server => IsLookedUp ? server.Host : server.ToString()));

    /// <summary>Scheme of the URL.</summary>
    public string Scheme => IsLookedUp ? "mongodb+srv" : "mongodb";

    private bool IsLookedUp => Url.Scheme == ConnectionStringScheme.MongoDBPlusSrv;

    /// <summary>The URL, which may hold a password.</summary>
    internal MongoUrl Url { get; }

    /// <summary>
    /// Reads a <c>mongodb://</c> or <c>mongodb+srv://</c> URL. The database is its path, or else <paramref name="database"/>, or else
    /// <see cref="DefaultDatabase"/>. The problem never quotes the URL, which may hold a password.
    /// </summary>
    public static bool TryParse(
        string url,
        string? database,
        [NotNullWhen(true)] out MongoPlace? place,
        [NotNullWhen(false)] out string? problem)
    {
        (place, problem) = (null, null);
        try
        {
            var parsed = MongoUrl.Create(url);
            var name = database ?? parsed.DatabaseName ?? DefaultDatabase;
            _ = new DatabaseNamespace(name);
            if (MongoUrlRules.Problem(url, parsed) is { } wrong)
            {
                problem = wrong;
                return false;
            }

            place = new MongoPlace(parsed, name);
            return true;
        }
        catch (Exception exception) when (exception is MongoConfigurationException or ArgumentException or FormatException)
        {
            problem = url.StartsWith("mongodb://", StringComparison.Ordinal) || url.StartsWith("mongodb+srv://", StringComparison.Ordinal)
                ? "is not a valid MongoDB URL (mongodb://[user:password@]host[:port][,…]/database; special characters in user and "
                    + "password as %XX)"
                : "must begin with mongodb:// or mongodb+srv://";
            return false;
        }
    }

    /// <summary>The collections of an observer with <c>collection_prefix</c>: <c>P_runs</c> and <c>P_metrics</c>.</summary>
    public MongoPlace WithPrefix(string prefix) => this with { Runs = prefix + "_runs", Metrics = prefix + "_metrics" };

    /// <summary>
    /// Takes the collection of runs: <c>P_metrics</c> belongs to <c>P_runs</c>, all others share <c>metrics</c>. A name with a dot is
    /// one of Sacred 0.6 (<c>default.runs</c>), which used a bucket of the same prefix and no metrics.
    /// </summary>
    public MongoPlace WithCollection(string runs) => this with
    {
        Runs = runs,
        Metrics = runs.EndsWith("_runs", StringComparison.Ordinal) ? runs[..^4] + "metrics" : "metrics",
        Bucket = runs.EndsWith(".runs", StringComparison.Ordinal) ? runs[..^5] : "fs",
    };

    public override string ToString() => Name;
}
