using System.Globalization;
using System.Security.Cryptography;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Names a content of a metric, so that someone who has it can be sent only what came after it.</summary>
public static class ContentVersion
{
    // Versions count from the start of the process.
    private static readonly string Instance = RandomNumberGenerator.GetHexString(8, lowercase: true);

    public static string Of(MetricPoints points) => Named(points, points.Series.Count);

    /// <summary>Whether the metric had this content when it had so many points, and only grew since.</summary>
    /// <param name="version">The version in the caller's answer; without one it is believed.</param>
    public static bool Extends(MetricPoints points, int count, string? version) =>
        string.IsNullOrEmpty(version) || version == Named(points, count);

    private static string Named(MetricPoints points, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Instance}-{points.Lineage}-{count}");
}
