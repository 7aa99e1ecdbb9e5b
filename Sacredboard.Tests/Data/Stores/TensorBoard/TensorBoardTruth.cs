using System.Globalization;
using System.Text.Json;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

/// <summary>
/// The event files of TestData/tensorboard and of the sample runs, and what TensorBoard's own readers found in them (make.py there).
/// </summary>
internal static class TensorBoardTruth
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(TestFiles.Path(
        "tensorboard",
        "expected.json"))).RootElement;

    public static IEnumerable<string> Directories => Root.EnumerateObject().Select(directory => directory.Name);

    /// <summary>Those of the sample runs are named <c>samples/…</c>.</summary>
    public static string Path(string directory) => directory.StartsWith("samples/", StringComparison.Ordinal)
        ? System.IO.Path.Combine(SampleRuns.Directory, "tensorboard", directory["samples/".Length..])
        : TestFiles.Path("tensorboard", directory);

    /// <summary>The tags of a kind (scalars, images, texts, histograms) with their items: step, wall time and the rest.</summary>
    public static Dictionary<string, JsonElement[]> Tags(string directory, string kind) =>
        Root.GetProperty(directory)
            .GetProperty(kind)
            .EnumerateObject()
            .ToDictionary(tag => tag.Name, tag => tag.Value.EnumerateArray().ToArray());

    public static double Number(JsonElement number) => number.ValueKind == JsonValueKind.Number
        ? number.GetDouble()
        : number.GetString() switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, _ => double.NegativeInfinity };

    /// <summary>A scalar point by its bits, so that -0 and NaN are compared too. TensorBoard shows values in single precision.</summary>
    public static string Point(long step, double time, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{step} {time:R} {(float)value:R}");

    public static string Point(JsonElement item) => Point(item[0].GetInt64(), Number(item[1]), Number(item[2]));

    public static EventDirectory Read(string path)
    {
        var directory = new EventDirectory(path, file => file);
        directory.ReadNew(TestContext.Current.CancellationToken);
        return directory;
    }

    /// <summary>All scalar points of a log, by tag.</summary>
    public static Dictionary<string, string[]> Points(EventLog log) =>
        log.Tags.Scalars.Where(tag => tag.Value.Count > 0).ToDictionary(tag => tag.Key, tag => Points(tag.Value));

    private static string[] Points(ScalarSeries series)
    {
        var points = new string[series.Count];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = Point(series.Steps[i], series.Times[i], series.Values[i]);
        }

        return points;
    }
}
