using System.Text;
using Sacredboard.Benchmarks.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Benchmarks.Storages;

/// <summary>Fills a metadata.json with synthetic runs, as TinyDB writes it. What it lacks of the size is output.</summary>
internal static class TinyDbFiller
{
    /// <param name="directory">Of the observer; made.</param>
    /// <param name="count">The number of runs.</param>
    /// <param name="megabytes">The size of the file.</param>
    public static void Fill(string directory, int count, int megabytes)
    {
        Directory.CreateDirectory(Path.Combine(directory, "hashfs"));
        using var file = new StreamWriter(Path.Combine(directory, "metadata.json"), false, new UTF8Encoding(false));
        file.Write("{\"runs\": {");
        for (var number = 1; number <= count; number++)
        {
            file.Write($"{(number == 1 ? "" : ", ")}\"{number}\": ");
            var document = Document(number, SyntheticRuns.Make(number));
            var text = SacredJson.ToText(document);
            var missing = (int)Math.Max(0, ((long)megabytes * 1_000_000 / count) - text.Length);
            var line = $"step {number}: loss 0.1234, accuracy 0.9876\\n";
            file.Write(text[..^1]);
            file.Write(", \"captured_out\": \"");
            for (var i = 0; i < missing; i += line.Length)
            {
                file.Write(line);
            }

            file.Write("\"}");
        }

        file.Write("}}");
    }

    private static SacredObject Document(int number, RunSummary run) => Tree.Object(
        ("experiment", run.ExperimentInfo),
        ("format", "TinyDbObserver-0.8.7"),
        ("command", "main"),
        ("host", run.HostInfo),
        ("start_time", Date(run.Started)),
        ("config", run.Config),
        ("meta", run.Meta),
        ("status", run.Status),
        ("resources", new SacredList([])),
        ("artifacts", new SacredList([])),
        ("info", run.Info),
        ("heartbeat", Date(run.Heartbeat)),
        ("_id", $"{number:x32}"),
        ("result", run.Result),
        ("stop_time", Date(run.Stopped)));

    private static string? Date(DateTime? time) => time is null ? null : $"{{TinyDate}}:{time.Value:yyyy-MM-dd'T'HH:mm:ss.ffffff}";
}
