using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

[assembly: AssemblyFixture(typeof(S3Server))]

namespace Sacredboard.Tests.Support;

/// <summary>
/// The one S3 server of a test run, s3rver of npm's development dependencies, started when first asked for. Each test makes buckets of its
/// own.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string AccessKey = "S3RVER";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sacredboard-s3-");
    private Process? _process;
    private AmazonS3Client? _client;

    private static readonly string Profiles = Path.GetTempFileName();

    // The only places for credentials are AWS's own; nothing else in the tests looks there.
    static S3Server()
    {
        File.WriteAllText(Profiles, "[stranger]\naws_access_key_id = nobody\naws_secret_access_key = hunter2\n");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Profiles);
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", AccessKey);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", AccessKey);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }

    public string Endpoint { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>Makes a bucket; without a server the calling test is skipped, or failed when S3 is required.</summary>
    public async Task<S3Bucket> CreateBucketAsync()
    {
        Requirement.AssertTrait(Requirement.S3);
        await _gate.WaitAsync();
        try
        {
            _client ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }

        var bucket = new S3Bucket(_client, Endpoint, $"test-{Guid.NewGuid():N}");
        await _client.PutBucketAsync(bucket.Name);
        return bucket;
    }

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }

        _directory.Delete(recursive: true);
        File.Delete(Profiles);
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<AmazonS3Client> StartAsync()
    {
        var script = Path.Combine(Repository.Root, "node_modules", "s3rver", "bin", "s3rver.js");
        if (!File.Exists(script))
        {
            Requirement.Missing(Requirement.S3, "no S3 server to test against: node_modules has no s3rver (npm ci installs it)");
        }

        var port = new Uri(Endpoint).Port;
        try
        {
            _process = Process.Start(new ProcessStartInfo(
                "node", [script, "-d", _directory.FullName, "-a", "127.0.0.1", "-p", $"{port}", "--silent", "--no-vhost-buckets"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Requirement.Missing(Requirement.S3, "no S3 server to test against: there is no node on the PATH");
        }

        var client = new AmazonS3Client(
            new BasicAWSCredentials(AccessKey, AccessKey),
            new AmazonS3Config
            {
                ServiceURL = Endpoint,
                ForcePathStyle = true,
                AuthenticationRegion = "us-east-1",
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            });
        var started = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await client.ListBucketsAsync(new ListBucketsRequest());
                return client;
            }
            catch (HttpRequestException) when (started.Elapsed < StartTimeout && !_process!.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A bucket of one test.</summary>
public sealed class S3Bucket(IAmazonS3 client, string endpoint, string name)
{
    public string Name { get; } = name;

    /// <summary>The options of a source in it.</summary>
    public PlaceOptions Place(string path = "", string scheme = "s3") =>
        new() { Url = $"{scheme}://{Name}/{path}", Endpoint = endpoint, Region = "us-east-1" };

    // The server keeps the marks between chunks as if they were content.
    public Task PutAsync(string key, string text) => client.PutObjectAsync(new() { BucketName = Name, Key = key, ContentBody = text, UseChunkEncoding = false });

    public async Task PutAsync(string key, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        await client.PutObjectAsync(new() { BucketName = Name, Key = key, InputStream = stream, UseChunkEncoding = false });
    }

    public Task DeleteAsync(string key) => client.DeleteObjectAsync(Name, key);

    /// <summary>Puts the objects that real Sacred wrote (TestData/s3), but for those whose keys the server does not take.</summary>
    public async Task LoadCorpusAsync()
    {
        foreach (var item in S3Corpus.Objects.Where(item => !item.Key.StartsWith('/')))
        {
            await PutAsync(item.Key, await File.ReadAllBytesAsync(item.File));
        }
    }
}

/// <summary>What an S3Observer wrote.</summary>
public static class S3Corpus
{
    /// <summary>The key and the file of each object.</summary>
    public static IReadOnlyList<(string Key, string File)> Objects
    {
        get
        {
            using var document = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(TestFiles.Path("s3", "objects.json")));
            return
            [
                .. document.RootElement.GetProperty("objects").EnumerateArray().Select(item => (
                    item.GetProperty("key").GetString()!,
                    TestFiles.Path("s3", item.GetProperty("file").GetString()!))),
            ];
        }
    }
}
