using Sacredboard.Data.Values;

namespace Sacredboard.Data.Metrics;

/// <summary>The first and the last point of a metric as stored; all null without points.</summary>
public readonly record struct MetricEnds(SacredValue? FirstStep, SacredValue? LastStep, SacredValue? First, SacredValue? Last);
