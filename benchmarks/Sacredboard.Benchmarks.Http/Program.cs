using Sacredboard.Benchmarks.Http;

// PROGRAM MONGO [samples|tables|columns|suggest|metrics|curves|compare|output|zip|export|ticks|start|first|many|storm|large|crowd|
// tensorboard ...]: measures the published program against databases s10k and s100k. See ../README.md.
if (args is not [var program, var mongo, ..] || !File.Exists(program))
{
    Console.Error.WriteLine("Sacredboard.Benchmarks.Http PROGRAM MONGO [samples tables columns suggest metrics curves compare output zip "
        + "export ticks start first many storm large crowd tensorboard], for example out/Sacredboard.Web mongodb://127.0.0.1:27017");
    return 2;
}

var works = args.Length > 2
    ? args[2..]
    : ["samples", "tables", "columns", "suggest", "metrics", "curves", "compare", "output", "zip", "export", "ticks"];
Report.Head();
foreach (var work in works)
{
    await (work switch
    {
        "samples" => SampleScenario.RunAsync(program),
        "tables" => TableScenario.RunAsync(program, mongo),
        "columns" => ColumnScenario.RunAsync(program, mongo),
        "suggest" => SuggestScenario.RunAsync(program, mongo),
        "metrics" => MetricScenario.RunAsync(program, mongo),
        "curves" => CurvesScenario.RunAsync(program),
        "compare" => CompareScenario.RunAsync(program, mongo),
        "output" => OutputScenario.RunAsync(program, mongo),
        "zip" => ZipScenario.RunAsync(program),
        "export" => ExportScenario.RunAsync(program, mongo),
        "ticks" => TickScenario.RunAsync(program, mongo),
        "start" => AfterStartScenario.RunAsync(program, mongo),
        // On databases of their own, so they run only when named.
        "first" => FirstChartScenario.RunAsync(program, mongo),
        "many" => ManyMetricsScenario.RunAsync(program, mongo),
        "storm" => StormScenario.RunAsync(program, mongo),
        "large" => LargeRunsScenario.RunAsync(program, mongo),
        "crowd" => CrowdScenario.RunAsync(program, mongo),
        // Uses the TensorBoard of SACREDBOARD_TEST_TENSORBOARD; runs only when named.
        "tensorboard" =>
            TensorBoardScenario.RunAsync(program, Environment.GetEnvironmentVariable("SACREDBOARD_TEST_TENSORBOARD") ?? "tensorboard"),
        _ => throw new ArgumentException($"There is no work called {work}."),
    });
}

return 0;
