using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>Runs that differ in config, output, sources, environment and pictures.</summary>
public sealed class DiffBoard : FolderBoard
{
    private const string Commit = "a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd";
    private const string OtherCommit = "0123456789abcdef0123456789abcdef01234567";

    public DiffBoard()
    {
        var note = string.Join("\\n", Enumerable.Range(0, 30).Select(i => $"line {i} of a long text"));
        Add("1", $$"""{"lr": 0.1, "model": {"width": 8, "old": true}, "seed": 1, "note": "{{note}}"}""", Commit, "2.0", "3.1");
        Add(
            "2", $$"""{"lr": 0.1, "model": {"width": 16, "new": [1]}, "seed": 2, "note": "{{note.Replace("line 7 ", "line seven ")}}"}""",
            OtherCommit, "2.1", null);
        Add("3", $$"""{"lr": 0.1, "model": {"width": 8, "old": true}, "seed": 3, "note": "{{note}}"}""", Commit, "2.0", "3.1");
        Folder.WriteOld("bare", "run.json", """{"status": "COMPLETED", "start_time": "2026-11-23T04:00:00"}""");

        Folder.WriteOld("_sources", "train_11111111111111111111111111111111.py", Code);
        Folder.WriteOld("_sources", "train_22222222222222222222222222222222.py", Code.Replace("step 20", "<script>alert(1)</script>"));
        Folder.WriteOld("_sources", "data_33333333333333333333333333333333.py", "import numpy\n");
        Folder.WriteOld("2", "info.json", """{"source_run": 1}""");
        foreach (var run in new[] { "1", "2", "3" })
        {
            Folder.WriteOld(run, "cout.txt", Output(run));
            foreach (var picture in new[] { "epoch_001.png", "epoch_005.png", run == "2" ? "other.png" : "final.png" })
            {
                Folder.WriteOld(run, picture, "no real picture");
            }
        }
    }

    private static string Code => string.Concat(Enumerable.Range(0, 40).Select(i => $"    step {i}\n"));

    private void Add(string id, string config, string commit, string numpy, string? torch)
    {
        var train = id == "2" ? "22222222222222222222222222222222" : "11111111111111111111111111111111";
        var sources = $$"""["train.py", "_sources/train_{{train}}.py"]""";
        Folder.WriteOld(id, "run.json", $$"""
            {
              "status": "COMPLETED", "start_time": "2026-11-23T04:00:0{{id}}", "stop_time": "2026-11-23T05:00:00",
              "artifacts": ["epoch_001.png", "epoch_005.png", "{{(id == "2" ? "other" : "final")}}.png", "notes.txt"],
              "host": {"hostname": "lab-{{id}}", "cpu": "EPYC", "gpus": {"driver_version": "1", "gpus": [{"model": "A100"}] } },
              "experiment": {
                "name": "digits", "mainfile": "train.py",
                "sources": [{{sources}}{{(id == "2" ? ", [\"data.py\", \"_sources/data_33333333333333333333333333333333.py\"]" : "")}}],
                "dependencies": ["numpy=={{numpy}}"{{(torch is null ? "" : $", \"torch=={torch}\"")}}],
                "repositories": [{"url": "https://github.com/lab/digits.git", "commit": "{{commit}}", "dirty": false}]
              }
            }
            """);
        Folder.WriteOld(id, "config.json", config);
    }

    private static string Output(string run) => string.Concat(Enumerable.Range(0, 100).Select(i =>
        $"10:00:{(i + run[0]) % 60:00} epoch {i}\n" + (i == 50 ? $" 10%|#  |\r{run}0%|## |\n" : "") + (i == 60 ? $"loss of <b>{run}</b>\n" : "")));
}
