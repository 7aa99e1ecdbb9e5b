using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Curves;

/// <summary>Runs that went on from others: 1, 2 and 3 in a row, 4 from 2 as well, and 5 alone.</summary>
public sealed class ContinuedBoard : FolderBoard
{
    private int _writings;

    public ContinuedBoard()
    {
        Add(1, "{}", "[0, 1, 2, 3]", "[10, 11, 12, 13]");
        Add(2, """{"resume_from": 1}""", "[2, 3, 4]", "[22, 23, 24]");
        Add(3, """{"resume_from": "/runs/2/model.pt"}""", "[5, 6]", "[35, 36]");
        Add(4, """{"resume_from": 2}""", "[4, 5]", "[44, 45]");
        Add(5, "{}", "[0, 1]", "[50, 51]");
    }

    /// <summary>Writes the metrics of a run again, and that it is alive, as Sacred does.</summary>
    public void Write(int id, string steps, string values)
    {
        var times = string.Join(',', Enumerable.Range(0, steps.Split(',').Length).Select(i => $"\"2026-11-23T0{id}:00:1{i}\""));
        Folder.Write($"{id}", "metrics.json", $$"""
            {
              "loss": {"steps": {{steps}}, "values": {{values}}, "timestamps": [{{times}}]},
              "only{{id}}": {"steps": [1], "values": [1], "timestamps": ["2026-11-23T04:00:10"]}
            }
            """);
        Folder.Write($"{id}", "run.json", $$"""
            {
              "status": "COMPLETED", "start_time": "2026-11-23T0{{id}}:00:00", "stop_time": "2026-11-23T0{{id}}:30:00",
              "heartbeat": "2026-11-23T0{{id}}:30:00.{{++_writings:000000}}", "experiment": {"name": "digits"}
            }
            """);
    }

    private void Add(int id, string config, string steps, string values)
    {
        Folder.WriteOld($"{id}", "config.json", config);
        Write(id, steps, values);
    }
}
