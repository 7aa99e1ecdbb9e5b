using Sacredboard.Data.Querying;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Queries as people ask them.</summary>
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
        ["page at the end"] = new() { Sort = [By("lr")], Skip = 1_000_000 },
    };

    /// <summary>The same question in other words, so that no kept answer is found.</summary>
    public static RunQuery Anew(RunQuery query, int times) => query with { Text = query.Text + new string(' ', times + 1) };

    private static RunSort By(string field, bool descending = false) =>
        new(RunField.TryParse(field, out var parsed, out _) ? parsed! : throw new ArgumentException(field, nameof(field)), descending);
}
