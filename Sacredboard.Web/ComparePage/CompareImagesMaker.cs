using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Makes the tab with the pictures of runs: those of a name in a row, numbered ones as one that a slider moves.</summary>
internal sealed class CompareImagesMaker(CompareRequest request, IReadOnlyList<ComparedRun> runs)
{
    private const int MaxColumns = 8;
    private const int MaxRows = 24;

    private readonly ComparedFiles _files = new(request, runs);

    public async Task<CompareImages> MakeAsync(CancellationToken cancellationToken)
    {
        var pair = PairChooser.Of(request);
        // The two that are laid over each other come first.
        int[] columns = [.. Enumerable.Range(0, request.Runs.Count).Prepend(pair.Other ?? pair.Base).Prepend(pair.Base)
            .Distinct().Take(MaxColumns)];
        var images = new List<IReadOnlyDictionary<string, RunFile>>();
        foreach (var run in columns)
        {
            images.Add(await _files.ListAsync(run, RunFileKind.Artifact, cancellationToken));
        }

        var numbered = images.SelectMany((files, column) => files.Values
            .Where(file => file.Available && FilePreview.Of(file).IsPicture)
            .Select(file => Numbered(file, column))).ToList();
        // One number alone makes no series: its name is shown as it is.
        var series = numbered.GroupBy(image => image.Key)
            .ToLookup(group => group.Key.Contains('*') && group.Select(image => image.Number).Distinct().Count() > 1);
        var numbers = Numbers([.. series[true].SelectMany(group => group).Select(image => image.Number).Distinct().Order()]);
        var rows = series[true].Select(group => Row(group.Key, group.Where(image => image.Number <= numbers!.Shown), columns))
            .Concat(series[false].SelectMany(group => group).GroupBy(image => image.File.Name)
                .Select(group => Row(group.Key, group, columns)))
            .OrderBy(row => row.Name, NaturalOrder.Comparer)
            .ToList();
        return new(pair, columns, [.. rows.Take(MaxRows)], Math.Max(0, rows.Count - MaxRows), numbers);
    }

    private ImageRow Row(string name, IEnumerable<NumberedImage> images, int[] columns)
    {
        var last = images.GroupBy(image => image.Column)
            .ToDictionary(group => group.Key, group => group.MaxBy(image => image.Number)!.File);
        return new(ValueText.Visible(name), [.. columns.Select((run, column) => last.GetValueOrDefault(column) is { } file
            ? new ComparedImage(ValueText.Visible(file.Name), _files.Url(run, file) + "?inline=true", _files.ViewUrl(run, file)!)
            : null)]);
    }

    private ImageNumbers? Numbers(IReadOnlyList<long> numbers)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        var shown = numbers.LastOrDefault(number => number <= (request.State.Diff.At ?? long.MaxValue), numbers[0]);
        return new(
            numbers[0], numbers[^1], shown, numbers.Zip(numbers.Skip(1), (number, next) => next - number).Min(),
            numbers.Select(number => (long?)number).LastOrDefault(number => number < shown),
            numbers.Select(number => (long?)number).FirstOrDefault(number => number > shown));
    }

    private static NumberedImage Numbered(RunFile file, int column)
    {
        var name = NumberedName.Of(file.Name);
        return new(file, column, name.Series, name.Number ?? 0);
    }

    private sealed record NumberedImage(RunFile File, int Column, string Key, long Number);
}
