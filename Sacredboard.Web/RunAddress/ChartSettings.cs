using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.RunAddress;

/// <summary>How the charts of a run are drawn and arranged, as the address of its page says.</summary>
public sealed record ChartSettings
{
    public const string Step = "step";

    /// <summary>Before the name of the metric that is the x axis.</summary>
    public const string OtherMetric = "metric:";

    public const int MaxAcross = 4;

    /// <summary>The x axis: <see cref="Step"/>, <c>relative</c>, <c>time</c> or <c>metric:NAME</c>.</summary>
    public string X { get; init; } = Step;

    /// <summary>The x axis is logarithmic.</summary>
    public bool LogX { get; init; }

    /// <summary>The y axis is logarithmic.</summary>
    public bool LogY { get; init; }

    /// <summary>Kind and strength of smoothing, <c>ema:0.9</c>; null for none.</summary>
    public string? Smooth { get; init; }

    /// <summary>The y axis leaves out outliers.</summary>
    public bool Robust { get; init; }

    /// <summary>What is drawn of steps that come more than once.</summary>
    public PointOrder Order { get; init; }

    /// <summary>Curves begin with those of the runs that their runs went on from.</summary>
    public bool Joined { get; init; }

    /// <summary>A zoom of one chart is one of all.</summary>
    public bool Together { get; init; }

    /// <summary>Charts in a row; null for as many as have room.</summary>
    public int? Across { get; init; }

    /// <summary>Only charts whose names contain these words; "" for all.</summary>
    public string Filter { get; init; } = "";

    /// <summary>A regular expression: metrics with equal captures share a chart; "" for none.</summary>
    public string Combine { get; init; } = "";

    /// <summary>The names of charts that come first.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>The charts that show only a part of the x axis.</summary>
    public IReadOnlyList<ChartWindow> Zooms { get; init; } = [];

    /// <summary>The charts with a fixed range of the y axis.</summary>
    public IReadOnlyList<ChartWindow> Ranges { get; init; } = [];
}
