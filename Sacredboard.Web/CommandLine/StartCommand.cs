using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Sacredboard.Web.CommandLine;

/// <summary>The options of the command line. Their values are checked by OptionsCheck.</summary>
public sealed class StartCommand
{
    private const string Examples = """

        Examples:
          sacredboard                                       the sample runs
          sacredboard mongodb://localhost/sacred            runs in a MongoDB
          sacredboard ~/experiments/my_runs                 runs of a FileStorageObserver
          sacredboard ~/experiments/results                 a tree of such directories
          sacredboard s3://bucket/my_runs                   runs of an S3Observer; gs:// for Google Cloud Storage
          sacredboard sqlite:///runs.db                     runs of a SqlObserver; also postgresql:// and mysql://
          sacredboard ~/runs_db                             runs of a TinyDbObserver
          sacredboard ~/logs                                TensorBoard logs without Sacred
          sacredboard -m 27017:sacred --port 5100           the database sacred on this machine
          sacredboard --seml                                the experiments of SEML

        Every setting can also stand in appsettings.json or in the environment (Sacredboard__Port=5100);
        the command line comes first, then the environment, then the file. See docs/configuration.md.
        """;

    public static readonly Argument<string?> Place = new("PLACE")
    {
        Description =
            "URL of a database (mongodb://, mongodb+srv://, sqlite:///, postgresql://, mysql://) or bucket (s3://, gs://), or a "
                + "directory of a FileStorageObserver, of such directories, of a TinyDbObserver or of TensorBoard logs, or an SQLite "
                + "file; without it the sample runs",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static readonly Option<string?> Mongo = Text("-m", "[[HOST:]PORT:]DATABASE", "a MongoDB; default localhost, 27017, sacred");

    public static readonly Option<string[]?> MongoUrl = new("-mu")
    {
        Description = "a MongoDB by its connection string",
        HelpName = "URI> <DATABASE",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    public static readonly Option<string?> Seml = new("--seml")
    {
        Description = "the database of SEML, by its configuration; default ~/.config/seml/mongodb.config",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static readonly Option<string?> Collection = Text(
        "-mc",
        "COLLECTION",
        "the collection of the runs; default every one that holds runs");
    public static readonly Option<string?> CollectionPrefix = Text(
        "--collection-prefix",
        "PREFIX",
        "the collection_prefix that the observer was given");
    public static readonly Option<string?> Directory = Text("-F", "PATH", "a directory of a FileStorageObserver");
    public static readonly Option<string?> Port = Text("--port", "N", "first port to try, of 50; 0 takes any; default 5000");
    public static readonly Option<string?> Bind = Text("--bind", "ADDRESS", "address to listen on; default 127.0.0.1, * is every one");
    public static readonly Option<bool> Insecure = Switch("--insecure", "let others reach it without sign-in");
    public static readonly Option<string?> SubUrl = Text("--sub-url", "PATH", "path under which a reverse proxy shows it; default /");
    public static readonly Option<string?> DeadAfter = Text(
        "--dead-after",
        "SECONDS",
        "a running run without a heartbeat for so long counts as dead; default 120");
    public static readonly Option<bool> NoBrowser = Switch("--no-browser", "do not open the browser");
    public static readonly Option<bool> Debug = Switch("--debug", "log in detail; try only one port");

    private readonly RootCommand _root = new("Shows the runs that Sacred recorded. Reads only.")
    {
        Place, Mongo, MongoUrl, Seml, Collection, CollectionPrefix, Directory, Port, Bind, Insecure, SubUrl, DeadAfter, NoBrowser, Debug,
    };

    public StartCommand()
    {
        var help = _root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    public ParseResult Parse(IReadOnlyList<string> arguments) =>
        CommandLineParser.Parse(
            _root,
            arguments,
            new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Arity = ArgumentArity.ExactlyOne };

    private static Option<bool> Switch(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    private sealed class HelpWithExamples(HelpAction help) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = help.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(Examples);
            return exitCode;
        }
    }
}
