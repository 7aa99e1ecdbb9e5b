using System.Numerics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.RunPage;

namespace Sacredboard.Tests.Web.RunPage;

public sealed class RunCommandLineTests
{
    [Fact]
    public void The_command_repeats_the_typed_updates()
    {
        var options = Map(
            ("UPDATE", List("model.hidden=16", "tags=['digits','sweep']", "fast")),
            ("--comment", Text("it's late")),
            ("--enforce_clean", SacredBoolean.True),
            ("--force", SacredBoolean.False),
            ("--beat-interval", SacredNull.Value),
            ("--id", Text("17")),
            ("COMMAND", SacredNull.Value),
            ("with", SacredBoolean.True));

        Assert.Equal(
            @"python train.py main with model.hidden=16 'tags=['\''digits'\'','\''sweep'\'']' fast seed=7 '--comment=it'\''s late' --enforce_clean",
            Build(Map(("options", options)), config: Map(("seed", Number(7)))));
    }

    [Fact]
    public void Updates_given_from_python_are_written_for_the_command_line()
    {
        var meta = Map(
            ("named_configs", List("variant")),
            ("config_updates", Map(
                ("a", Map(("b", Number(1)), ("c", SacredNull.Value))),
                ("x.y", new SacredDouble(2)),
                ("empty", SacredObject.Empty))));

        Assert.Equal("python train.py main with variant a.b=1 a.c=None x.y=2.0 'empty={}'", Build(meta));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Values_are_python_literals(SacredValue value, string written) =>
        Assert.Equal($"python train.py main with {written}", Build(Map(("config_updates", Map(("k", value))))));

    public static TheoryData<SacredValue, string> Values() => new()
    {
        { Text("adam"), "k=adam" },
        { Text("True"), @"'k='\''True'\'''" },
        { Text("42"), @"'k='\''42'\'''" },
        { Text(""), @"'k='\'''\'''" },
        { Text("two words"), @"'k='\''two words'\'''" },
        { Text("a\nb"), @"'k='\''a\nb'\'''" },
        { SacredBoolean.False, "k=False" },
        { new SacredInteger(BigInteger.Pow(2, 70)), "k=1180591620717411303424" },
        { new SacredDouble(1e-5), "k=1e-05" },
        { new SacredDouble(1e20), "k=1e20" },
        { new SacredDouble(double.PositiveInfinity), "k=1e999" },
        { new SacredDouble(double.NaN), "k=nan" },
        { new SacredList([Number(1), Text("b")]), @"'k=[1, '\''b'\'']'" },
        { new SacredTyped("tuple", new SacredList([Number(1)]), SacredNull.Value), "'k=(1,)'" },
        { new SacredTyped("weird", null, Map(("py/object", Text("x")))), @"'k={'\''py/object'\'': '\''x'\''}'" },
    };

    [Fact]
    public void Secrets_are_masked()
    {
        var run = Run(Map(("options", Map(("UPDATE", List("a=1")), ("--sql", Text("postgresql://u:pw@h/d"))))), SacredObject.Empty);

        Assert.Equal(
            "python train.py main with a=1 '--sql=postgresql://u:***@h/d'",
            RunCommandLine.Build(run.WithoutSecrets()));
    }

    [Fact]
    public void A_file_that_looks_like_an_option_is_not_one() =>
        Assert.Equal("python './-c import os' main", Build(SacredObject.Empty, main: "-c import os"));

    [Fact]
    public void Without_a_file_there_is_no_command() => Assert.Null(Build(SacredObject.Empty, main: null));

    [Fact]
    public void Fields_of_wrong_types_are_left_out() =>
        Assert.Equal(
            "python train.py main",
            Build(Map(("options", Text("x")), ("named_configs", Number(1)), ("config_updates", Text("y")))));

    private static string? Build(SacredValue meta, SacredValue? config = null, string? main = "train.py") =>
        RunCommandLine.Build(Run(meta, config ?? SacredObject.Empty, main));

    private static Run Run(SacredValue meta, SacredValue config, string? main = "train.py") => new()
    {
        Summary = new RunSummary { Id = RunId.Of(1), Command = "main" },
        Meta = meta,
        Config = config,
        Experiment = main is null ? Map(("mainfile", SacredNull.Value)) : Map(("mainfile", Text(main))),
    };

    private static SacredObject Map(params (string Key, SacredValue Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create(member.Key, member.Value))]);

    private static SacredList List(params string[] items) => new([.. items.Select(Text)]);

    private static SacredText Text(string text) => new(text);

    private static SacredInteger Number(int value) => new(value);
}
