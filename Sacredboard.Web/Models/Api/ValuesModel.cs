using System.ComponentModel;
using System.Globalization;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Queries.Plotting;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Api;

[Description("Fields of many runs, column by column.")]
public sealed record ValuesModel
{
    [Description("The ids of the runs, in the order of the columns. Empty with idSteps.")]
    public required IReadOnlyList<string> Ids { get; init; }

    [Description("With compact, where all ids are whole numbers: the same ids, each item the first one, the step to the next, and how "
        + "many. Otherwise empty.")]
    public IReadOnlyList<IReadOnlyList<long>> IdSteps { get; init; } = [];

    [Description("The columns in the order asked for, each field once.")]
    public required IReadOnlyList<ValueColumnModel> Columns { get; init; }

    [Description("With front: the indices of the runs that no other run beats in both of the first two columns, from the best to the "
        + "worst of the first. Empty when one of these is no number.")]
    public required IReadOnlyList<int> Front { get; init; }

    [Description("How many more runs match: at most 100000 are given.")]
    public required int Left { get; init; }

    [Description("Which of ids are no runs of this source.")]
    public required IReadOnlyList<string> NotFound { get; init; }

    [Description("The version of the runs that the answer is from.")]
    public required long Version { get; init; }

    [Description(SourceStateName.Description)]
    public required string State { get; init; }

    [Description("How far the statistics of metrics are computed that the answer depends on, as for runs.")]
    public required IReadOnlyList<StatisticsProgressModel> Summaries { get; init; }
}

[Description("One field of all runs: numbers, or texts and places.")]
public sealed record ValueColumnModel
{
    private const int MaxText = 100;

    [Description("The field. A bare name that was taken from elsewhere is written in full.")]
    public required string Field { get; init; }

    [Description("What most of its values are: number, time, or category.")]
    public required string Kind { get; init; }

    [Description("Numbers as recorded (NaN and infinities as texts), with pixels rounded, durations in seconds, times in milliseconds "
        + "since 1970 UTC; null for runs that have none. Empty for a category.")]
    public required IReadOnlyList<double?> Numbers { get; init; }

    [Description("The different values of a category as the pages show them, in order; the 500 that most runs have.")]
    public required IReadOnlyList<string> Texts { get; init; }

    [Description("For each run the index of its value in texts, -1 without one. Empty for numbers and times.")]
    public required IReadOnlyList<int> Places { get; init; }

    [Description("Differs when the texts do.")]
    public required string Axis { get; init; }

    [Description("How many runs have no value, or null where it is no category.")]
    public required int Missing { get; init; }

    [Description("How many runs have NaN or an infinity.")]
    public required int NonFinite { get; init; }

    [Description("How many runs have a value of another kind, or one that too few runs have.")]
    public required int Others { get; init; }

    /// <param name="field">The field.</param>
    /// <param name="pixels">The length of an axis on which no rounded number may leave its pixel; null for exact numbers.</param>
    public static ValueColumnModel Of(PlottedField field, int? pixels)
    {
        IReadOnlyList<string> texts = [.. field.Values.Select(value => Ellipsis.End(ValueText.Cell(value).Text, MaxText))];
        return new()
        {
            Field = field.Field.ToString(),
            Kind = field.Kind.ToString().ToLowerInvariant(),
            Numbers = pixels is { } length && field.Kind == PlotKind.Number ? Rounded(field.Numbers, length) : field.Numbers,
            Texts = texts,
            Places = field.Places,
            Axis = AxisOf(texts),
            Missing = field.Missing,
            NonFinite = field.NonFinite,
            Others = field.Others,
        };
    }

    // Whole numbers may be names, and are short.
    private static double?[] Rounded(IReadOnlyList<double?> numbers, int pixels)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var number in numbers)
        {
            if (number is { } finite && double.IsFinite(finite))
            {
                (low, high) = (Math.Min(low, finite), Math.Max(high, finite));
            }
        }

        var axis = low < high ? new ValueAxis(low, high, AxisScale.Linear) : ValueAxis.None;
        var rounded = new double?[numbers.Count];
        for (var i = 0; i < rounded.Length; i++)
        {
            rounded[i] = numbers[i] is { } number && double.IsFinite(number) && !double.IsInteger(number)
                ? WireNumber.Round(number, axis, pixels)
                : numbers[i];
        }

        return rounded;
    }

    private static string AxisOf(IReadOnlyList<string> texts)
    {
        var hash = new HashCode();
        foreach (var text in texts)
        {
            hash.Add(text);
        }

        return texts.Count == 0 ? "" : hash.ToHashCode().ToString("x", CultureInfo.InvariantCulture);
    }
}
