using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

public sealed class LogDirectoriesTests : IDisposable
{
    private readonly StorageFolder _folder = new();

    public LogDirectoriesTests()
    {
        Directory.CreateDirectory(_folder.Of("logs", "a b"));
        Directory.CreateDirectory(_folder.Outside("secret"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_directory_in_a_root_may_be_opened_by_its_absolute_or_relative_path()
    {
        Assert.Equal(_folder.Of("logs"), Assert.Single(Find(_folder.Of("logs"))).Path);
        Assert.Equal(_folder.Of("logs", "a b"), Assert.Single(Find("logs/a b/")).Path);
        Assert.Equal(_folder.Of("logs"), Assert.Single(Find("./logs/../logs")).Path);
    }

    [Fact]
    public void What_lies_outside_of_the_roots_is_refused_whether_it_is_there_or_not()
    {
        foreach (var recorded in new[] { _folder.Outside("secret"), _folder.Outside("nothing"), "../secret", "/", "/etc",
            _folder.Root + "x", "logs/../../secret" })
        {
            var directory = Assert.Single(Find(recorded));

            Assert.Equal((recorded, null, LogDirectoryProblem.OutsideRoots), (directory.Recorded, directory.Path, directory.Problem));
            Assert.NotNull(directory.Message);
        }
    }

    [Fact]
    public void Links_count_by_where_they_lead()
    {
        Directory.CreateSymbolicLink(_folder.Of("out"), _folder.Outside("secret"));
        Directory.CreateSymbolicLink(_folder.Of("in"), _folder.Of("logs"));
        Directory.CreateSymbolicLink(_folder.Of("round"), _folder.Of("round"));
        Directory.CreateSymbolicLink(_folder.Outside("way"), _folder.Root);

        Assert.Equal(LogDirectoryProblem.OutsideRoots, Assert.Single(Find("out")).Problem);
        Assert.Equal(_folder.Of("logs"), Assert.Single(Find("in")).Path);
        Assert.Equal(LogDirectoryProblem.NotADirectory, Assert.Single(Find("round")).Problem);
        Assert.Equal(_folder.Of("logs"), Assert.Single(Find(_folder.Outside("way/logs"))).Path);
        Assert.Equal(_folder.Of("logs"), Assert.Single(Find("logs", new LogDirectoryOptions { Roots = [_folder.Outside("way")] })).Path);
    }

    [Fact]
    public void Hostile_names_are_only_names()
    {
        foreach (var recorded in new[] { "--host=0.0.0.0", "$(touch x)", "a\nb", "; rm -rf .", "~/logs", "name:logs", "a,b", "\ud800",
            new string('x', 4000) })
        {
            Assert.Equal(LogDirectoryProblem.Missing, Assert.Single(Find(recorded)).Problem);
        }

        foreach (var recorded in new[] { "", " ", "a\0b", new string('x', 5000) })
        {
            Assert.Equal(LogDirectoryProblem.NotAPath, Assert.Single(Find(recorded)).Problem);
        }
    }

    [Fact]
    public void A_file_is_no_directory_and_without_roots_nothing_is_opened()
    {
        _folder.Write("logs", "file", "x");

        Assert.Equal(LogDirectoryProblem.NotADirectory, Assert.Single(Find("logs/file")).Problem);
        Assert.Equal(LogDirectoryProblem.NoRoots, Assert.Single(Find(_folder.Of("logs"), new LogDirectoryOptions())).Problem);
    }

    [Fact]
    public void Paths_are_mapped_by_whole_names_and_the_longest_that_fits()
    {
        var options = new LogDirectoryOptions
        {
            Roots = [_folder.Root],
            PathMappings =
            [
                new PathMapping("/cluster", _folder.Outside("secret")),
                new PathMapping("/cluster/home/", _folder.Root),
                new PathMapping(@"D:\runs", _folder.Root),
            ],
        };

        Assert.Equal(_folder.Of("logs", "a b"), Assert.Single(Find("/cluster/home/logs/a b", options)).Path);
        Assert.Equal(_folder.Root, Assert.Single(Find("/cluster/home", options)).Path);
        Assert.Equal(_folder.Of("logs", "a b"), Assert.Single(Find(@"d:\Runs\logs\a b", options)).Path);
        Assert.Equal(LogDirectoryProblem.OutsideRoots, Assert.Single(Find("/cluster/homes/logs", options)).Problem);
        Assert.Equal(LogDirectoryProblem.OutsideRoots, Assert.Single(Find("/cluster/home/../../etc", options)).Problem);
    }

    [Fact]
    public void Config_keys_and_templates_name_directories_too()
    {
        Directory.CreateDirectory(_folder.Of("logs", "7"));
        var options = new LogDirectoryOptions
        {
            Roots = [_folder.Root],
            ConfigKeys = ["config.log_dir", "out.dirs"],
            Templates = ["{base_dir}/logs/{id}", "{root}/logs/{config.name}", "{base_dir}/nothing/{id}", "{config.missing}"],
        };
        var run = new RunSummary
        {
            Id = RunId.Of("7"),
            Config = Object(
                ("log_dir", Text("gone")),
                ("name", Text("a b")),
                ("out", Object(("dirs", new SacredList([Text("logs"), new SacredDouble(1)]))))),
            ExperimentInfo = Object(("base_dir", Text(_folder.Root))),
        };

        Assert.Equal(
            [
                ("config.log_dir", null, LogDirectoryProblem.Missing),
                ("out.dirs", _folder.Of("logs"), LogDirectoryProblem.None),
                ("out.dirs", null, LogDirectoryProblem.NotAPath),
                ("{base_dir}/logs/{id}", _folder.Of("logs", "7"), LogDirectoryProblem.None),
                ("{root}/logs/{config.name}", _folder.Of("logs", "a b"), LogDirectoryProblem.None),
            ],
            new LogDirectories(options).Of(run).Select(directory => (directory.Origin, directory.Path, directory.Problem)));
    }

    [Fact]
    public void A_place_that_is_named_twice_is_listed_once()
    {
        Assert.Equal(2, Of(new LogDirectoryOptions { Roots = [_folder.Root] }, "logs", _folder.Of("logs"), "logs/a b", "logs").Count);
    }

    [Fact]
    public void Logdirs_of_any_shape_are_read()
    {
        var rule = new LogDirectories(new LogDirectoryOptions { Roots = [_folder.Root] });
        RunSummary With(SacredValue value) => new() { Id = RunId.Of(1), Info = Object(("tensorflow", Object(("logdirs", value)))) };

        Assert.Equal(_folder.Of("logs"), Assert.Single(rule.Of(With(Text("logs")))).Path);
        Assert.Empty(rule.Of(With(SacredNull.Value)));
        Assert.Empty(rule.Of(new RunSummary { Id = RunId.Of(1), Info = Text("tensorflow") }));
        Assert.Equal(LogDirectoryProblem.NotAPath, Assert.Single(rule.Of(With(SacredBoolean.True))).Problem);
        var path = Object((
            "py/reduce",
            new SacredList([
                Object(("py/type", Text("pathlib.PosixPath"))),
                Object(("py/tuple", new SacredList([Text("logs"), Text("a b")])))])));
        Assert.Equal(_folder.Of("logs", "a b"), Assert.Single(rule.Of(With(new SacredList([path])))).Path);
    }

    private IReadOnlyList<LogDirectory> Find(string recorded, LogDirectoryOptions? options = null) =>
        Of(options ?? new LogDirectoryOptions { Roots = [_folder.Root] }, recorded);

    private static IReadOnlyList<LogDirectory> Of(LogDirectoryOptions options, params string[] recorded) =>
        new LogDirectories(options).Of(new RunSummary
        {
            Id = RunId.Of(1),
            Info = Object(("tensorflow", Object(("logdirs", new SacredList([.. recorded.Select(Text)]))))),
        });

    private static SacredText Text(string text) => new(text);

    private static SacredObject Object(params (string Key, SacredValue Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create(member.Key, member.Value))]);
}
