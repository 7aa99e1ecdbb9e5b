using System.Globalization;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>A metric on the run page: where its points are, and its statistics as a table for browsers without scripts.</summary>
/// <param name="DataUrl">The address of its points.</param>
public sealed record RunMetric(Metric Metric, string DataUrl)
{
    /// <summary>The address of the points of several metrics of its run; for charts of one not needed.</summary>
    public string CurvesUrl { get; init; } = "";

    public string Name { get; } = Metric.Name.Length == 0 ? "(no name)" : ValueText.Visible(Metric.Name);

    public string Count => Metric.Count == 1 ? "1 point" : $"{NumberText.Count(Metric.Count)} points";

    /// <summary>It has values that can be drawn on some axis.</summary>
    public bool Drawable => Metric.Finite > 0;

    /// <summary>Why the metric cannot be drawn by step, or null.</summary>
    public string? Problem => Metric.OnLine > 0 ? null
        : Metric.Count == 0 ? "No points are stored."
        : Metric.NotNumbers == Metric.Count ? "None of its values is a number."
        : !Drawable ? "None of its values is a finite number."
        : Metric.WithoutStep == Metric.Count ? "None of its steps is a number. Its values can be drawn by time."
        : "None of its finite values has a step that is a number.";

    /// <summary>What the line does not show or join ("3 NaN, 2 ∞, starts again once"), or null.</summary>
    public string? NotDrawn
    {
        get
        {
            string?[] parts =
            [
                Part(Metric.NaN, "NaN"), Part(Metric.PlusInfinity, "∞"), Part(Metric.MinusInfinity, "−∞"),
                Part(Metric.NotNumbers, "not a number"), Part(Metric.WithoutStep, "without a step"),
                Part(Metric.LeftOut, "of others left out"), Metric.IsDoubtful ? "perhaps with points of another run" : null,
                Metric.Restarts switch { 0 => null, 1 => "starts again once", var times => $"starts again {times} times" },
            ];
            var text = string.Join(", ", parts.OfType<string>());
            return text.Length == 0 ? null : text;
        }
    }

    public IReadOnlyList<(string Name, CellText Value, CellText Step)> Statistics =>
    [
        ("first", ValueText.Cell(Metric.First), ValueText.Cell(Metric.FirstStep)),
        ("last", ValueText.Cell(Metric.Last), ValueText.Cell(Metric.LastStep)),
        ("min", Number(Metric.Min), Number(Metric.MinStep)),
        ("max", Number(Metric.Max), Number(Metric.MaxStep)),
    ];

    /// <summary>The description of the chart for screen readers.</summary>
    public string Label
    {
        get
        {
            var odd = NotDrawn is { } text ? $", {text}" : "";
            return $"{Name}: {Count}, last {ValueText.Cell(Metric.Last).Text}{odd}. {Problem}".TrimEnd();
        }
    }

    /// <summary>Names its elements in the page.</summary>
    public string Key { get; } = UrlSegment.Encode(Metric.Name);

    private static string? Part(int count, string name) =>
        count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {name}");

    private static CellText Number(double? value) =>
        value is { } number ? ValueText.Cell(new Data.Values.SacredDouble(number)) : CellText.Missing;
}
