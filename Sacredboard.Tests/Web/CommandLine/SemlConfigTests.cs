using Sacredboard.Web.CommandLine;

namespace Sacredboard.Tests.Web.CommandLine;

public sealed class SemlConfigTests : IDisposable
{
    private const string Good = """
        host: db.example.org
        port: 27018
        database: alice
        username: alice
        password: p@ss/word
        """;

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Five_keys_are_a_connection_with_the_database_as_source_of_the_user()
    {
        var start = Parse(Good);

        Assert.Equal(
            "mongodb://alice:p%40ss%2Fword@db.example.org:27018/?authSource=alice", start.Values["Sacredboard:Place:Url"]);
        Assert.Equal("alice", start.Values["Sacredboard:Place:Database"]);
        Assert.Empty(start.Notes);
    }

    [Fact]
    public void A_tunnel_is_for_the_user_to_open()
    {
        var start = Parse(Good + """

            ssh_config:
              ssh_address_or_host: gate.example.org
              ssh_port: 2222
              ssh_username: bob
              ssh_pkey: ~/.ssh/id
            """);

        Assert.Equal(
            "mongodb://alice:p%40ss%2Fword@localhost:27018/?authSource=alice&directConnection=true", start.Values["Sacredboard:Place:Url"]);
        Assert.Contains("ssh -N -L 27018:db.example.org:27018 -p 2222 -i ~/.ssh/id bob@gate.example.org", Assert.Single(start.Notes));
    }

    [Theory]
    [InlineData("host: h\nport: 1\nusername: u\npassword: hunter2", "has no database; needed are host, port, database, username, password")]
    [InlineData("host: h\nport: hunter2\ndatabase: d\nusername: u\npassword: hunter2", "is not a number from 1 to 65535")]
    [InlineData("password: [hunter2\n", "is not YAML: look at line")]
    [InlineData("- hunter2", "is not YAML: look at line 1")]
    [InlineData("", "is not a configuration of SEML")]
    public void What_is_wrong_is_said_without_the_password(string text, string expected)
    {
        var failure = Assert.Single(Assert.Throws<StartException>(() => Parse(text)).Failures);

        Assert.StartsWith("--seml: ", failure);
        Assert.Contains(expected, failure);
        Assert.DoesNotContain("hunter2", failure);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("/not/there.config", Assert.Throws<StartException>(() =>
            StartArguments.ToSettings(new StartCommand().Parse(["--seml", "/not/there.config"]))).Message);

    private StartSettings Parse(string text)
    {
        File.WriteAllText(_file, text);
        return StartArguments.ToSettings(new StartCommand().Parse(["--seml", _file]));
    }
}
