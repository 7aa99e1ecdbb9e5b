using Microsoft.Extensions.Configuration;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Hosting;
using Sacredboard.Web.Options;

namespace Sacredboard.Tests.Web.Options;

public sealed class OptionsCheckTests
{
    private static readonly Dictionary<string, string?> Valid = new()
    {
        ["Port"] = "5000",
        ["Bind"] = "localhost",
        ["SubUrl"] = "/lab/sacred",
        ["AllowedHosts:0"] = "*.example.org",
        ["TrustedProxies:0"] = "10.0.0.0/8",
        ["TrustedProxies:1"] = "::1",
        ["DeadAfterSeconds"] = "300",
        ["Sources:0:Name"] = "lab",
        ["Sources:0:Url"] = "mongodb://me:hunter2@db.example.org/sacred",
        ["Sources:0:CollectionPrefix"] = "my",
        ["Sources:0:MaxRuns"] = "1000",
        ["Sources:0:Since"] = "2026-01-31",
        ["Sources:1:Name"] = "mine",
        ["Sources:1:Directory"] = "~/not/there/yet",
        ["Sources:2:Directory"] = "/not/there",
        ["Sources:2:FolderDepth"] = "3",
        ["Sources:2:ExcludeFolders:0"] = "old_*",
        ["Sources:3:Url"] = "s3://lab-runs/my-project/exp",
        ["Sources:3:Endpoint"] = "https://minio.example.org:9000",
        ["Sources:3:PathStyle"] = "true",
    };

    [Fact]
    public void Good_settings_are_read()
    {
        var options = Read(Valid);

        Assert.Equal("/lab/sacred", options.SubUrl);
        Assert.Equal(300, options.DeadAfterSeconds);
        Assert.Equal(["lab", "mine", null, null], options.Sources.Select(source => source.Name));
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero), options.Sources[0].Since);
    }

    [Theory]
    [InlineData("Port", "-1", "Sacredboard:Port: is -1, allowed is a port from 0 (any free one) to 65535")]
    [InlineData("Port", "5000x", "Sacredboard:Port: is '5000x', allowed is a whole number")]
    [InlineData("Insecure", "yes", "Sacredboard:Insecure: is 'yes', allowed is true or false")]
    [InlineData("Bind", "example.org", "Sacredboard:Bind: is 'example.org', allowed is an IP address, localhost, or * for every address")]
    [InlineData("Bind", "1", "Sacredboard:Bind: is '1', allowed is an IP address, localhost, or * for every address")]
    [InlineData("Bind", "*", "Sacredboard:Bind: '*' can be reached by others without sign-in; allowed is 127.0.0.1, ::1 or localhost, or say --insecure (Sacredboard:Insecure) as well")]
    [InlineData("SubUrl", "lab", "Sacredboard:SubUrl: is 'lab', allowed is a path such as /sacred: it begins with /, and has letters, digits, -, _, . and ~ between slashes")]
    [InlineData("SubUrl", "/a/../b", "Sacredboard:SubUrl: is '/a/../b', allowed is a path such as /sacred: it begins with /, and has letters, digits, -, _, . and ~ between slashes")]
    [InlineData("SubUrl", "//evil.example", "Sacredboard:SubUrl: is '//evil.example', allowed is a path such as /sacred: it begins with /, and has letters, digits, -, _, . and ~ between slashes")]
    [InlineData("AllowedHosts:0", "*", "Sacredboard:AllowedHosts:0: is '*', allowed is a host name without scheme and port, such as lab.example.org or *.example.org")]
    [InlineData("AllowedHosts:0", "http://lab", "Sacredboard:AllowedHosts:0: is 'http://lab', allowed is a host name without scheme and port, such as lab.example.org or *.example.org")]
    [InlineData("TrustedProxies:0", "proxy", "Sacredboard:TrustedProxies:0: is 'proxy', allowed is an IP address or a network such as 10.0.0.0/8")]
    [InlineData("TimeZone", "Mars/Base", "Sacredboard:TimeZone: is 'Mars/Base', allowed is the name of a time zone such as Europe/Berlin or UTC")]
    [InlineData("TimeZone", "../../etc/localtime", "Sacredboard:TimeZone: is '../../etc/localtime', allowed is the name of a time zone such as Europe/Berlin or UTC")]
    [InlineData("ContinuesField", "a..b", "Sacredboard:ContinuesField: is 'a..b', allowed is a field such as config.resume_from")]
    [InlineData("DocumentMegabytes", "0", "Sacredboard:DocumentMegabytes: is 0, allowed is a number of megabytes from 1")]
    [InlineData("DeadAfterSeconds", "0", "Sacredboard:DeadAfterSeconds: is 0, allowed is a number of seconds from 1")]
    [InlineData("Sources:0:Name", "my lab", "Sacredboard:Sources:0:Name: is 'my lab', allowed are up to 64 letters, digits, - and _, but none of api, css, errors, healthz, img, js, lib, openapi, readyz")]
    [InlineData("Sources:0:Name", "api", "Sacredboard:Sources:0:Name: is 'api', allowed are up to 64 letters, digits, - and _, but none of api, css, errors, healthz, img, js, lib, openapi, readyz")]
    [InlineData("Sources:1:Name", "LAB", "Sacredboard:Sources:1:Name: 'LAB' is taken by a source before it; each needs its own")]
    [InlineData("Sources:0:Url", "redis://me:hunter2@db", "Sacredboard:Sources:0:Url: is 'redis://…', allowed is a mongodb:// or mongodb+srv:// URL, an s3:// or gs:// URL, a directory of a TinyDbObserver, a sqlite:///, postgresql:// or mysql:// URL or an SQLite file of a SqlObserver, a directory of TensorBoard logs, or a directory of a FileStorageObserver or of such directories")]
    [InlineData("Sources:0:Url", "db.example.org", "Sacredboard:Sources:0:Url: is '…', allowed is a mongodb:// or mongodb+srv:// URL, an s3:// or gs:// URL, a directory of a TinyDbObserver, a sqlite:///, postgresql:// or mysql:// URL or an SQLite file of a SqlObserver, a directory of TensorBoard logs, or a directory of a FileStorageObserver or of such directories")]
    [InlineData("Sources:0:Url", "/data/runs", "Sacredboard:Sources:0:Url: is a path; a directory is given as Directory")]
    [InlineData("Sources:0:Url", "~/runs", "Sacredboard:Sources:0:Url: is a path; a directory is given as Directory")]
    [InlineData("Sources:0:Url", "C:\\runs", "Sacredboard:Sources:0:Url: is a path; a directory is given as Directory")]
    [InlineData("Sources:0:Url", "mongodb://me:hun:ter2@db", "Sacredboard:Sources:0:Url: is not a valid MongoDB URL (mongodb://[user:password@]host[:port][,…]/database; special characters in user and password as %XX)")]
    [InlineData("Sources:0:Directory", "/runs", "Sacredboard:Sources:0:Directory: cannot be combined with Sacredboard:Sources:0:Url")]
    [InlineData("Sources:0:Collection", "runs", "Sacredboard:Sources:0:CollectionPrefix: cannot be combined with Sacredboard:Sources:0:Collection")]
    [InlineData("Sources:0:MaxRuns", "0", "Sacredboard:Sources:0:MaxRuns: is 0, allowed is a number from 1, or nothing for all runs")]
    [InlineData("Sources:0:MaxRuns", "many", "Sacredboard:Sources:0:MaxRuns: is 'many', allowed is a whole number")]
    [InlineData("Sources:0:Since", "yesterday", "Sacredboard:Sources:0:Since: is 'yesterday', allowed is a time such as 2026-01-31 or 2026-01-31T12:00:00Z")]
    [InlineData("Sources:1:Directory", "", "Sacredboard:Sources:1:Directory: is empty, allowed is the directory that a FileStorageObserver writes to")]
    [InlineData("Sources:1:Collection", "runs", "Sacredboard:Sources:1:Collection: needs a MongoDB to read from; give a mongodb:// URL as well")]
    [InlineData("Sources:1:FolderDepth", "-1", "Sacredboard:Sources:1:FolderDepth: is -1, allowed is a number from 0 (no folders) to 100")]
    [InlineData("Sources:1:MaxFolders", "0", "Sacredboard:Sources:1:MaxFolders: is 0, allowed is a number from 1")]
    [InlineData("Sources:0:ExcludeFolders:0", "old", "Sacredboard:Sources:0:ExcludeFolders: needs a place with folders, which a directory or a bucket is")]
    [InlineData("Sources:1:Region", "eu-central-1", "Sacredboard:Sources:1:Region: needs a bucket to read from; give an s3:// or gs:// URL as well")]
    [InlineData("Sources:3:MaxFolders", "10", "Sacredboard:Sources:3:MaxFolders: needs a directory with runs")]
    [InlineData("Sources:3:Endpoint", "minio.example.org", "Sacredboard:Sources:3:Endpoint: is not a valid URL (https://host[:port], without credentials)")]
    [InlineData("Sources:3:Endpoint", "http://me:hunter2@minio", "Sacredboard:Sources:3:Endpoint: is not a valid URL (https://host[:port], without credentials)")]
    [InlineData("Sources:4:Name", "third", "Sacredboard:Sources:4: has neither Url nor Directory; give one of them")]
    [InlineData("StatePath", "/not/there/yet/state", "Sacredboard:StatePath: '/not/there/yet/state' lies in the directory of runs '/not/there', where only Sacred writes; take another directory")]
    public void One_wrong_setting_is_one_line_that_names_it(string key, string value, string line)
    {
        var failure = Assert.Throws<StartException>(() => Read(new(Valid) { [key] = value }));

        Assert.Equal([line], failure.Failures);
    }

    [Fact]
    public void A_misspelt_setting_is_told_what_there_is()
    {
        var failure = Assert.Throws<StartException>(() => Read(new(Valid) { ["Prot"] = "5000" }));

        Assert.StartsWith(
            "Sacredboard:Prot: is not a setting of Sacredboard; allowed are Place, Sources, Port, Bind, ",
            Assert.Single(failure.Failures),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_file_lists_every_setting_with_its_default()
    {
        var section = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(ContentRoot.Find(AppContext.BaseDirectory), "appsettings.json"))
            .Build()
            .GetSection("Sacredboard");
        // The setting behind the command line's PLACE does not belong in a file.
        AssertDefaults(new SacredboardOptions(), section, nameof(SacredboardOptions.Place));
    }

    [Fact]
    public void A_password_in_a_wrong_connection_string_is_not_repeated()
    {
        var failure = Assert.Throws<StartException>(() => Read(new(Valid) { ["Sources:0:Url"] = "postgres://me:hunter2@db" }));

        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }

    private static void AssertDefaults(object defaults, IConfigurationSection section, params string[] except)
    {
        foreach (var property in defaults.GetType().GetProperties().Where(property => !except.Contains(property.Name)))
        {
            var setting = section.GetSection(property.Name);
            Assert.True(setting.Exists() || property.PropertyType.IsGenericType, property.Name);
            if (property.PropertyType.IsClass && property.PropertyType != typeof(string))
            {
                AssertDefaults(property.GetValue(defaults)!, setting);
            }
            else if (!property.PropertyType.IsGenericType)
            {
                Assert.Equal($"{property.Name} {property.GetValue(defaults)}", $"{property.Name} {setting.Value}", ignoreCase: true);
            }
        }
    }

    private static SacredboardOptions Read(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Sacredboard:" + setting.Key, setting.Value)))
            .Build();
        return OptionsCheck.Read(configuration, SourcesHost.AllBackends, new StartSettings());
    }
}
