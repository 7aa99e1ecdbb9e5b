using Sacredboard.Web.CommandLine;

namespace Sacredboard.Tests.Web.CommandLine;

public sealed class StartArgumentsTests
{
    [Theory]
    [InlineData("mongodb://h/db", "Place:Url=mongodb://h/db")]
    [InlineData("mongodb+srv://h/db", "Place:Url=mongodb+srv://h/db")]
    [InlineData("my_runs", "Place:Directory=my_runs")]
    [InlineData("-F ~/runs", "Place:Directory=~/runs")]
    [InlineData("-m sacred", "Place:Url=mongodb://localhost:27017 Place:Database=sacred")]
    [InlineData("-m 27018:db", "Place:Url=mongodb://localhost:27018 Place:Database=db")]
    [InlineData("-m host:27018:db", "Place:Url=mongodb://host:27018 Place:Database=db")]
    [InlineData("-m host:27018:", "Place:Url=mongodb://host:27018 Place:Database=sacred")]
    [InlineData("-m [::1]:27018:db", "Place:Url=mongodb://[::1]:27018 Place:Database=db")]
    [InlineData("-mu mongodb://u:p@h:1/?x=y db", "Place:Url=mongodb://u:p@h:1/?x=y Place:Database=db")]
    [InlineData("-mu mongodb://h db --port 1", "Place:Url=mongodb://h Place:Database=db Port=1")]
    [InlineData("-mu mongodb://h db -m other", "Place:Url=mongodb://h Place:Database=db")]
    [InlineData("-m db -F /runs", "Place:Url=mongodb://localhost:27017 Place:Database=db")]
    [InlineData("-m db -mc default.runs", "Place:Url=mongodb://localhost:27017 Place:Database=db Place:Collection=default.runs")]
    [InlineData("mongodb://h --collection-prefix my", "Place:Url=mongodb://h Place:CollectionPrefix=my")]
    [InlineData("--port=5001 --bind ::1 --sub-url /x --dead-after 60", "Port=5001 Bind=::1 SubUrl=/x DeadAfterSeconds=60")]
    [InlineData("--no-browser --insecure --debug", "Insecure=True OpenBrowser=False Debug=True")]
    [InlineData("", "")]
    public void Options_become_settings(string line, string settings)
    {
        var start = Parse(line);

        Assert.Equal(settings, string.Join(' ', start.Values.Select(value => $"{value.Key["Sacredboard:".Length..]}={value.Value}")));
    }

    [Theory]
    [InlineData("-mu mongodb://h db -m other -F /x", "-m: ignored, because -mu is given", "-F: ignored, because -mu is given")]
    [InlineData("-m db -F /x", "-F: ignored, because -m is given")]
    public void An_option_that_loses_to_another_is_said_to_be_ignored(string line, params string[] notes) =>
        Assert.Equal(notes, Parse(line).Notes);

    [Theory]
    [InlineData("-m 0:db", "-m: '0' in '0:db' is not a port; allowed is [[HOST:]PORT:]DATABASE with a port from 1 to 65535")]
    [InlineData("-m :1:db", "-m: '' in ':1:db' is not a host; allowed is [[HOST:]PORT:]DATABASE, for a connection string see -mu")]
    [InlineData("-m a:b:1:db", "-m: 'a:b' in 'a:b:1:db' is not a host; allowed is [[HOST:]PORT:]DATABASE, for a connection string see -mu")]
    [InlineData("runs -m db", "PLACE: cannot be combined with -m")]
    [InlineData("runs more", "more: is one word too many; only one PLACE may be given")]
    [InlineData("-x", "-x: is not an option of Sacredboard; --help lists them")]
    [InlineData("--port", "--port: needs a value, --port <N>")]
    [InlineData("-F", "-F: needs a value, -F <PATH>")]
    public void A_wrong_argument_is_reported_in_one_line(string line, string failure) =>
        Assert.Equal([failure], Assert.Throws<StartException>(() => Parse(line)).Failures);

    [Fact]
    public void A_complaint_names_a_setting_as_the_user_wrote_it()
    {
        var start = Parse("--port 1");

        Assert.Equal("--port", start.NameOf("Sacredboard:Port"));
        Assert.Equal("Sacredboard:Bind", start.NameOf("Sacredboard:Bind"));
    }

    private static StartSettings Parse(string line) =>
        StartArguments.ToSettings(new StartCommand().Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
