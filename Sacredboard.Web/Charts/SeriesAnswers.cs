using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Sacredboard.Data.Metrics;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Charts;

/// <summary>
/// The JSON of charts that are asked for again and again: of a long metric it costs more to write four points per pixel than
/// to find them. Kept as long as the points themselves are.
/// </summary>
public sealed class SeriesAnswers(IOptions<JsonOptions> json)
{
    private const int WindowsPerMetric = 16;

    private readonly ConditionalWeakTable<MetricPoints, ConcurrentDictionary<MetricWindow, byte[]>> _kept = [];

    /// <summary>A <see cref="SeriesModel"/> as UTF-8.</summary>
    public byte[] Write(MetricPoints points, MetricWindow window)
    {
        var kept = _kept.GetOrCreateValue(points);
        if (kept.TryGetValue(window, out var answer))
        {
            return answer;
        }

        answer = JsonSerializer.SerializeToUtf8Bytes(SeriesModel.Of(points, window), json.Value.JsonSerializerOptions);
        if (kept.Count >= WindowsPerMetric)
        {
            // Zooming asks for ever other windows: none of them is worth more than the next.
            kept.Clear();
        }

        kept[window] = answer;
        return answer;
    }
}
