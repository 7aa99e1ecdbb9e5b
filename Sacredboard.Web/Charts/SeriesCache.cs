using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Charts;

/// <summary>
/// Caches the JSON of series as long as their points are cached, because for a long metric, writing four points per pixel costs
/// more than finding them.
/// </summary>
public sealed class SeriesCache(IOptions<JsonOptions> json)
{
    private const int MaxWindowsPerMetric = 16;

    private readonly ConditionalWeakTable<MetricPoints, ConcurrentDictionary<(MetricWindow Window, bool Compact), byte[]>> _kept = [];

    /// <summary>A <see cref="SeriesModel"/> as UTF-8.</summary>
    public byte[] Write(MetricPoints points, MetricWindow window, bool compact)
    {
        var kept = _kept.GetOrCreateValue(points);
        if (kept.TryGetValue((window, compact), out var answer))
        {
            return answer;
        }

        answer = JsonSerializer.SerializeToUtf8Bytes(SeriesModel.Of(points, window, compact), json.Value.JsonSerializerOptions);
        if (kept.Count >= MaxWindowsPerMetric)
        {
            // Zooming requests always new windows, so no cached one is worth more than another.
            kept.Clear();
        }

        kept[(window, compact)] = answer;
        return answer;
    }
}
