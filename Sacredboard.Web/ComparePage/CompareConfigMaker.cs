using Sacredboard.Data.Differences;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the tab that compares configs: of the first runs in full, of the others one line from the catalog.</summary>
internal sealed class CompareConfigMaker(CompareRequest request)
{
    private const int MaxInFull = 12;
    private const int MaxKeys = 200;
    private const int MaxInnerLines = 60;

    // Of longer texts and lists only the beginning is compared within.
    private const int MaxText = 256 * 1024;
    private const int MaxItems = 10_000;

    // Shorter ones are read at a glance.
    private const int MinText = 60;

    private readonly SeedKeys _seeds = request.Resolved.State.Grouping?.Seeds ?? SeedKeys.ByName;

    // Lines within values that the page still has room for.
    private int _room = TextDiff.MaxLines;

    public async Task<CompareConfig> MakeAsync(CancellationToken cancellationToken)
    {
        var pair = PairChooser.Of(request);
        var others = Enumerable.Range(0, request.Runs.Count).Where(run => run != pair.Base).ToList();
        var full = others.Take(MaxInFull).Append(pair.Base).ToList();
        var runs = await RunsInFull.ReadAsync(request, full, RunTrees.Config, cancellationToken);
        return new(
            pair,
            [.. others.Select((run, i) =>
            {
                // What the catalog shortens is shortened on both sides.
                var isFull = runs.ContainsKey(run) && runs.ContainsKey(pair.Base);
                var found = isFull
                    ? Compare(runs[pair.Base].Config, runs[run].Config)
                    : Compare(request.Runs[pair.Base].Run.Config, request.Runs[run].Run.Config);
                return new ConfigOfRun(
                    run, [.. found.Select(Key)], i < MaxInFull ? [.. found.Take(MaxKeys).Select(Line)] : []);
            })],
            Math.Max(0, others.Count - MaxInFull));
    }

    private IReadOnlyList<ConfigDifference> Compare(SacredValue? before, SacredValue? after) => request.State.Diff.IsSeedless
        ? ConfigDifference.Of(_seeds.Without(before), _seeds.Without(after))
        : ConfigDifference.Of(before, after);

    private static string Key(ConfigDifference difference) =>
        ValueText.Visible(string.Join('.', difference.Path)) is { Length: > 0 } key ? key : "(no name)";

    private ConfigLine Line(ConfigDifference difference)
    {
        var line = new ConfigLine(Key(difference), ValueText.Cell(difference.Before), ValueText.Cell(difference.After), null);
        if (_room <= 0 || (Lines(difference.Before), Lines(difference.After)) is not ({ } before, { } after)
            || difference.Before is SacredText != difference.After is SacredText)
        {
            return line;
        }

        var inner = TextDiff.Of(before, after, MaxInnerLines);
        _room -= inner.Shown;
        return line with { Inner = inner };
    }

    // The lines of a long text, the items of a long list.
    private static IReadOnlyList<string>? Lines(SacredValue? value) => value switch
    {
        SacredText { Value: { Length: > MinText } text } => TextDiff.Lines(text.Length > MaxText ? text[..MaxText] : text),
        SacredList list when ValueText.OneLine(list, MinText + 1).Length > MinText =>
            [.. list.Items.Take(MaxItems).Select(item => ValueText.OneLine(item))],
        SacredTyped { Value: SacredList list } => Lines(list),
        _ => null,
    };
}
