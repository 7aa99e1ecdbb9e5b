using Sacredboard.Data.Values;

namespace Sacredboard.Data.Metrics;

/// <summary>What is known of a metric without its points. All documents of one name are one metric.</summary>
public sealed record Metric
{
    public required string Name { get; init; }

    /// <summary>Points: as many as both steps and values have.</summary>
    public required int Count { get; init; }

    /// <summary>As stored: mostly a number, but may be anything. Null without points.</summary>
    public SacredValue? FirstStep { get; init; }

    public SacredValue? LastStep { get; init; }

    public SacredValue? First { get; init; }

    public SacredValue? Last { get; init; }

    /// <summary>Over the finite numbers, like <see cref="Max"/>; null when there are none.</summary>
    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>The steps of <see cref="Min"/> and <see cref="Max"/> (the first ones that hold them).</summary>
    public double? MinStep { get; init; }

    public double? MaxStep { get; init; }

    public double? Mean { get; init; }

    public int Finite { get; init; }

    public int NaN { get; init; }

    public int PlusInfinity { get; init; }

    public int MinusInfinity { get; init; }

    /// <summary>Values that are no numbers: text, bool, null, lists, objects.</summary>
    public int NotNumbers { get; init; }

    /// <summary>It was read from an event file of TensorBoard, not stored by Sacred.</summary>
    public bool IsFromTensorBoard { get; init; }
}
