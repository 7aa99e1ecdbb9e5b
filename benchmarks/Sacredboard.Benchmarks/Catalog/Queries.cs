using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Queries as users write them.</summary>
internal static class Queries
{
    public static readonly IReadOnlyDictionary<string, RunQuery> All = new Dictionary<string, RunQuery>
    {
        ["newest"] = new(),
        ["status"] = new() { Statuses = ["FAILED", "DEAD"] },
        ["sort lr"] = new() { Sort = [By("lr")] },
        ["sort seed, down"] = new() { Sort = [By("seed", true)] },
        ["sort optimizer.name"] = new() { Sort = [By("optimizer.name")] },
        ["sort result, down"] = new() { Sort = [By("result", true)] },
        ["sort duration"] = new() { Sort = [By("duration")] },
        ["sort id"] = new() { Sort = [By("id")] },
        ["sort model.layers[1]"] = new() { Sort = [By("model.layers[1]")] },
        ["text adam"] = new() { Text = "adam" },
        ["text nothing has"] = new() { Text = "xyzzy" },
        ["text 0.03 (a number)"] = new() { Text = "0.03" },
        ["text + number + sort lr"] = new() { Text = "resnet 128", Sort = [By("lr")] },
        ["text + status + sort model.depth"] = new() { Text = "gpu0 cosine", Statuses = ["COMPLETED"], Sort = [By("model.depth", true)] },
        ["3 words, all + sort lr, name"] = new() { Text = "scratch cu e", Sort = [By("lr"), By("optimizer.name", true)] },
        ["= a text"] = new() { Text = "optimizer.name = adam", Sort = [By("lr")] },
        ["= a number, deeper"] = new() { Text = "depth = 12", Sort = [By("result", true)] },
        ["status and a number"] = new()
        {
            Text = "not .status == COMPLETED and (model.depth == 12 or model.activation == relu)",
            Sort = [By("started")]
        },
        ["order of numbers"] = new() { Text = "lr < 0.01", Sort = [By("lr")] },
        ["no field, missing or null"] = new() { Text = "missing(.config.vocab_size) or .config.resume == null", Sort = [By("seed")] },
        ["in, not in"] = new() { Text = "batch_size in (32, \"32\") and model.name not in (mlp, vit_s16)", Sort = [By("duration")] },
        ["a pattern"] = new() { Text = "experiment ~ \"(?i)^(cifar|image)\" and host !~ 1", Sort = [By("experiment")] },
        ["a pattern in an odd place"] = new() { Text = "meta.options.UPDATE[0] ~ \"lr=0\\\\.0\"", Sort = [By("lr")] },
        ["part of a comment"] = new() { Text = "comment contains PAPER or notes contains paper", Sort = [By("comment")] },
        ["has"] = new() { Text = "tags has sweep and not tags has paper and model.layers has 64", Sort = [By("tags")] },
        ["has, in a long list"] = new() { Text = "experiment.dependencies has \"numpy==2.4.6\"", Sort = [By("id")] },
        ["kind"] = new() { Text = "kind(result) = number and result > 0.5 and kind(optimizer) = object", Sort = [By("result", true)] },
        ["times"] = new()
        {
            Text = "started >= 2025-12-01T10:00Z and started < 2026-06-01 or started = null",
            Sort = [By("started", true)]
        },
        ["relative time, duration"] = new() { Text = "started > -400d duration > 1h", Sort = [By("duration", true)] },
        ["ids"] = new() { Text = "._id >= 30000 and ._id < 60000", Sort = [By("id")] },
        ["three levels of not"] = new()
        {
            Text = "not (experiment ~ ^cifar and not (status = completed or status = queued))",
            Sort = [By("status")]
        },
        ["eight fields"] = new()
        {
            Text =
                "lr < 0.05 and epochs >= 20 and model.width > 64 and optimizer.momentum = 0.9 and data.num_workers != 2 and "
                    + "model.dropout < 0.5 and amp = true and device = cuda",
            Sort = [By("data.split_seed")],
        },
        ["a metric"] = new() { Text = "min(validation.loss) < 0.5", Sort = [By("last(training.loss)")] },
        ["page at the end"] = new() { Sort = [By("lr")], Skip = 1_000_000 },
    };

    /// <summary>Queries of fields that no earlier query used, so that nothing is cached for them.</summary>
    public static readonly IReadOnlyList<RunQuery> OfNewFields =
    [
        .. new[]
        {
            "lr", "epochs", "batch_size", "log_every", "seed", "optimizer.momentum", "optimizer.weight_decay",
            "optimizer.schedule.warmup_steps", "optimizer.schedule.gamma", "model.depth", "model.width",
            "model.dropout", "data.num_workers", "data.split_seed", "data.fraction", "data.augment.crop", "data.augment.mixup", "amp",
            "resume", "device",
        }.SelectMany((field, i) => new RunQuery[]
        {
            new() { Text = $"{field} > 0.05 or not {field} < 7", Sort = [By($"optimizer.betas[{i % 2}]")] },
            new() { Text = $"exists({field}) and {field} != 3 and model.activation in (relu, gelu)", Sort = [By(field)] },
        }),
    ];

    /// <summary>The same query with another text, so that no cached result is found.</summary>
    public static RunQuery WithNewText(RunQuery query, int times) => query with { Text = query.Text + new string(' ', times + 1) };

    private static RunSort By(string field, bool descending = false) =>
        new(RunField.TryParse(field, out var parsed, out _) ? parsed! : throw new ArgumentException(field, nameof(field)), descending);
}
