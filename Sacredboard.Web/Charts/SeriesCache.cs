using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Charts;

/// <summary>
/// Caches the JSON of series as long as their points are cached, compressed as it was asked for, because for a long metric, writing the
/// points of each pixel and compressing them costs more than finding them.
/// </summary>
public sealed class SeriesCache(IOptions<JsonOptions> json, IResponseCompressionProvider compression)
{
    public const string ContentType = "application/json; charset=utf-8";

    private const int MaxWindowsPerMetric = 16;

    private readonly ConditionalWeakTable<MetricPoints, ConcurrentDictionary<(MetricWindow Window, string Encoding), byte[]>> _kept = [];

    /// <summary>
    /// A <see cref="SeriesModel"/> as UTF-8. Where the request allows it, the bytes are compressed, and the response's headers say so.
    /// </summary>
    public byte[] Write(HttpContext context, MetricPoints points, MetricWindow window)
    {
        var provider = Provider(context);
        var kept = _kept.GetOrCreateValue(points);
        var key = (window, provider?.EncodingName ?? "");
        if (kept.TryGetValue(key, out var answer))
        {
            return answer;
        }

        answer = Compressed(SeriesModel.Of(points, window), provider);
        if (kept.Count >= MaxWindowsPerMetric)
        {
            // Zooming requests always new windows, so no cached one is worth more than another.
            kept.Clear();
        }

        kept[key] = answer;
        return answer;
    }

    // What the middleware does with other answers; it leaves those alone that have an encoding.
    private ICompressionProvider? Provider(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        if (!compression.CheckRequestAcceptsCompression(context) || !compression.ShouldCompressResponse(context)
            || compression.GetCompressionProvider(context) is not { } provider)
        {
            return null;
        }

        context.Response.Headers.ContentEncoding = provider.EncodingName;
        context.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return provider;
    }

    private byte[] Compressed(SeriesModel series, ICompressionProvider? provider)
    {
        if (provider is null)
        {
            return JsonSerializer.SerializeToUtf8Bytes(series, json.Value.JsonSerializerOptions);
        }

        using var bytes = new MemoryStream();
        using (var stream = provider.CreateStream(bytes))
        {
            JsonSerializer.Serialize(stream, series, json.Value.JsonSerializerOptions);
        }

        return bytes.ToArray();
    }
}
