using Sacredboard.Data.Differences;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the tab that compares the output of two runs.</summary>
internal sealed class CompareOutputMaker(CompareRequest request, IReadOnlyList<ComparedRun> runs)
{
    /// <summary>In UTF-16 units; of longer outputs only the beginning is compared.</summary>
    private const int MaxLength = 4 * 1024 * 1024;

    public async Task<CompareOutput> MakeAsync(CancellationToken cancellationToken)
    {
        var pair = PairChooser.Of(request);
        if (pair.Other is not { } other)
        {
            return new(pair, null, []);
        }

        // Each takes a while to render, so both are at once.
        var sides = await Task.WhenAll(new[] { pair.Base, other }.Select(run =>
            Task.Run(() => ReadAsync(run, cancellationToken), cancellationToken)));
        return new(
            pair,
            sides is [{ Lines: { } before }, { Lines: { } after }] ? TextDiff.Of(before, after) : null,
            [.. sides.Select(side => side.Note).OfType<string>()]);
    }

    private async Task<(IReadOnlyList<string>? Lines, string? Note)> ReadAsync(int run, CancellationToken cancellationToken)
    {
        var (source, id) = request.Runs[run].Named;
        var output = await RunsInFull.OrNullAsync(source.Runs.ReadOutputAsync(id, OutputRange.Since(0, MaxLength), cancellationToken));
        if (output is null or { Length: 0 })
        {
            return (null, output is null ? $"The output of {runs[run].Id} cannot be read." : $"{runs[run].Id} has no output.");
        }

        var lines = TerminalLines.Of(output.Text);
        return (
            request.State.Diff.IsClean ? OutputNoise.Without(lines) : lines,
            output.Length == output.Text.Length ? null
                : $"Only the first {NumberText.Count(output.Text.Length)} of {NumberText.Count(output.Length)} characters of "
                    + $"{runs[run].Id} are compared.");
    }
}
