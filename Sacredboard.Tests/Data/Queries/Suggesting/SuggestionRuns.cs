using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Suggesting;

/// <summary>Runs to suggest from, and how to ask.</summary>
internal static class SuggestionRuns
{
    /// <summary>Three runs with values of every kind.</summary>
    public static Task<CatalogSnapshot> RunsAsync() => TestCatalog.SnapshotOfAsync(
        TestRuns.Run(1).With(
            ("lr", 0.1),
            ("optimizer", TestRuns.Object(("name", "adam"), ("lr", 0.5))),
            ("flag", true),
            ("layers", new object?[] { 64, 128 })) with
        {
            Tags = ["best", "second try"],
            Result = new SacredDouble(0.5),
        },
        TestRuns.Run(2).With(("lr", 0.01), ("optimizer", TestRuns.Object(("name", "adam"))), ("nothing", null)) with { Status = "FAILED" },
        TestRuns.Run(3).With(("lr", 0.1), ("optimizer", TestRuns.Object(("name", "sgd"))), ("status", "fine")));

    /// <param name="text">A | in it stands for the caret.</param>
    public static SuggestionList Suggest(CatalogSnapshot snapshot, string text) =>
        snapshot.Queries().Suggest(text.Replace("|", ""), text.IndexOf('|'));

    public static List<string> Texts(SuggestionList list) => [.. list.Items.Select(item => item.Text)];
}
