using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>Each cause of a failure to read is said in a sentence of its own, with what helps.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoCausesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_without_a_server_is_a_refused_connection() =>
        await AssertSaysAsync($"127.0.0.1:{ServerProcess.FreePort()}/lab", "refuses the connection");

    [Fact]
    public async Task An_unknown_host_is_one() => await AssertSaysAsync("no-such-host.invalid/lab", "not known by this name");

    [Fact]
    public async Task A_name_without_SRV_records_is_said_to_have_none() =>
        await AssertSaysAsync("mongodb+srv://no-such-cluster.example.invalid/lab", "has no SRV record");

    [Fact]
    public async Task A_server_that_is_too_old_is_said_to_be()
    {
        using var server = new OldMongoServer();

        await AssertSaysAsync($"127.0.0.1:{server.Port}/lab", "a version of MongoDB that is too old");
    }

    [Fact]
    public async Task A_server_without_TLS_and_without_a_replica_set_says_what_it_lacks()
    {
        await using var mongod = await Mongod.StartOrSkipAsync();

        await AssertSaysAsync($"127.0.0.1:{mongod.Port}/lab?tls=true", "does not seem to speak TLS");
        await AssertSaysAsync($"127.0.0.1:{mongod.Port}/lab?replicaSet=rs7", "no member of the replica set rs7");
    }

    [Fact]
    public async Task A_server_with_TLS_says_what_it_wants()
    {
        using var directory = new StorageFolder();
        var file = Path.Combine(directory.Root, "server.pem");
        await File.WriteAllTextAsync(file, Certificate(), Cancelled);
        await using var mongod = await Mongod.StartOrSkipAsync("--tlsMode", "requireTLS", "--tlsCertificateKeyFile", file, "--tlsCAFile", file);

        await AssertSaysAsync($"127.0.0.1:{mongod.Port}/lab", "it may want TLS (tls=true)");
        await AssertSaysAsync($"127.0.0.1:{mongod.Port}/lab?tls=true", "certificate that this machine does not trust", "SSL_CERT_FILE");
        await AssertSaysAsync($"127.0.0.1:{mongod.Port}/lab?tls=true&tlsInsecure=true", "it may want a client certificate");
    }

    [Fact]
    public async Task A_server_with_users_says_where_it_looked_and_what_may_not_be_read()
    {
        await using var mongod = await Mongod.StartOrSkipAsync("--auth");
        await AddUsersAsync(mongod);

        await AssertSaysAsync($"127.0.0.1:{mongod.Port}/lab", "wants a user");
        await AssertSaysAsync($"reader:hush@127.0.0.1:{mongod.Port}/lab", "in the database lab", "authSource=admin");
        await AssertSaysAsync($"reader:wrong@127.0.0.1:{mongod.Port}/lab?authSource=admin", "in the database admin (authSource)");

        await using var store = Store($"half:hush@127.0.0.1:{mongod.Port}/lab?authSource=admin");
        Assert.Null(await store.FindAsync(RunId.Of(1), Cancelled));
        var refused = await Assert.ThrowsAsync<RunStoreException>(() => store.Metrics.ListAsync(RunId.Of(1), Cancelled));
        Assert.Equal(RunStoreProblem.Refused, refused.Problem);
        Assert.Contains("does not let this user read lab.metrics", refused.Message);
    }

    private static async Task AssertSaysAsync(string place, params string[] words)
    {
        await using var store = Store(place);

        var exception = await Assert.ThrowsAsync<RunStoreException>(() => store.FindAsync(RunId.Of(1), Cancelled));

        Assert.All(words, word => Assert.Contains(word, exception.Message));
        Assert.DoesNotContain("hush", exception.Message);
        Assert.DoesNotContain("wrong", exception.Message);
    }

    private static MongoRunStore Store(string place) =>
        MongoPlace.TryParse(place.Contains("://") ? place : "mongodb://" + place, null, out var parsed, out var problem)
            ? new(parsed, TimeProvider.System)
            : throw new FormatException(problem);

    // A user of admin that may read all of lab, and one that may read only its runs.
    private static async Task AddUsersAsync(Mongod mongod)
    {
        var database = new MongoClient(mongod.Url).GetDatabase("admin");
        await database.RunCommandAsync<BsonDocument>(User("root", "root", "admin"), null, Cancelled);
        var admin = new MongoClient($"mongodb://root:hush@127.0.0.1:{mongod.Port}/?authSource=admin").GetDatabase("admin");
        var resource = new BsonDocument { ["db"] = "lab", ["collection"] = "runs" };
        var privilege = new BsonDocument { ["resource"] = resource, ["actions"] = new BsonArray { "find", "collStats" } };
        await admin.RunCommandAsync<BsonDocument>(
            new BsonDocument { ["createRole"] = "runsOnly", ["privileges"] = new BsonArray { privilege }, ["roles"] = new BsonArray() },
            null,
            Cancelled);
        await admin.RunCommandAsync<BsonDocument>(User("reader", "read", "lab"), null, Cancelled);
        await admin.RunCommandAsync<BsonDocument>(User("half", "runsOnly", "admin"), null, Cancelled);
    }

    private static BsonDocument User(string name, string role, string database) => new()
    {
        ["createUser"] = name,
        ["pwd"] = "hush",
        ["roles"] = new BsonArray { new BsonDocument { ["role"] = role, ["db"] = database } },
    };

    // Signed by itself, for this address, with its key.
    private static string Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
