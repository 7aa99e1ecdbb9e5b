using System.IO.Pipelines;
using System.Text.Json;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Charts;

/// <summary>Writes a series with all of its points in pieces, so that the text takes no more memory for long metrics.</summary>
internal static class SeriesJson
{
    private const int Piece = 64 * 1024;

    public static async Task WriteAsync(
        PipeWriter body, SeriesModel series, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        var line = series.Smoothed;
        var small = series with { X = [], Y = [], Dx = Few(series.Dx), Dy = Few(series.Dy) };
        using var rest = JsonSerializer.SerializeToDocument(
            small with { Smoothed = line is null ? null : line with { X = [], Y = [], Dx = Few(line.Dx), Dy = Few(line.Dy) } },
            options);
        await using var json = new Utf8JsonWriter(body, new() { Encoder = options.Encoder, SkipValidation = true });
        json.WriteStartObject();
        foreach (var member in rest.RootElement.EnumerateObject())
        {
            if (member.NameEquals("smoothed") && line is not null)
            {
                json.WriteStartObject(member.Name);
                foreach (var own in member.Value.EnumerateObject())
                {
                    await WriteAsync(own, line.X, line.Y, line.Dx, line.Dy);
                }

                json.WriteEndObject();
                continue;
            }

            await WriteAsync(member, series.X, series.Y, series.Dx, series.Dy);
        }

        json.WriteEndObject();
        json.Flush();
        await body.FlushAsync(cancellationToken);

        Task WriteAsync(JsonProperty member, double[] x, double[] y, long[]? dx, long[]? dy)
        {
            switch (member.Name)
            {
                case "x":
                    return ListAsync(member.Name, x, static (json, number) => json.WriteNumberValue(number));
                case "y":
                    return ListAsync(member.Name, y, static (json, number) => json.WriteNumberValue(number));
                case "dx" when dx is not null:
                    return ListAsync(member.Name, dx, static (json, number) => json.WriteNumberValue(number));
                case "dy" when dy is not null:
                    return ListAsync(member.Name, dy, static (json, number) => json.WriteNumberValue(number));
                default:
                    member.WriteTo(json);
                    return Task.CompletedTask;
            }
        }

        async Task ListAsync<T>(string name, T[] numbers, Action<Utf8JsonWriter, T> write)
        {
            json.WriteStartArray(name);
            foreach (var number in numbers)
            {
                write(json, number);
                if (json.BytesPending >= Piece)
                {
                    json.Flush();
                    await body.FlushAsync(cancellationToken);
                }
            }

            json.WriteEndArray();
        }
    }

    private static long[]? Few(long[]? numbers) => numbers is null ? null : [];
}
