using Sacredboard.Data.Metrics;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>
/// The columns of one metric. A column that is missing or not a list is empty; there are as many points as both steps and values.
/// </summary>
internal sealed class MetricColumns : IDisposable
{
    private readonly MetricColumn _steps = new();
    private readonly MetricColumn _values = new();
    private readonly MetricColumn _times = new();

    private int Count => Math.Min(_steps.Count, _values.Count);

    /// <summary>Reads the value at the current token and leaves the tokenizer at its end.</summary>
    public static MetricColumns Read(ref JsonTokenizer json)
    {
        var columns = new MetricColumns();
        if (json.Token != JsonToken.ObjectStart)
        {
            json.Skip();
            return columns;
        }

        for (json.Read(); json.Token == JsonToken.Name; json.Read())
        {
            var column = json.Text() switch
            {
                "steps" => columns._steps,
                "values" => columns._values,
                "timestamps" => columns._times,
                _ => null,
            };
            json.Read();
            if (column is not null && json.Token == JsonToken.ListStart)
            {
                column.Read(ref json, isTimes: column == columns._times);
            }
            else
            {
                json.Skip();
            }
        }

        return columns;
    }

    public MetricSeries Series(string name) => new()
    {
        Name = name,
        Steps = _steps.Numbers[..Count].ToArray(),
        Values = _values.Numbers[..Count].ToArray(),
        Times = Times(),
        NotNumbers = [.. NotNumbers()],
    };

    /// <param name="name">The name of the metric.</param>
    /// <param name="utf8">The text from which the columns were read.</param>
    public Metric Describe(string name, ReadOnlySpan<byte> utf8)
    {
        var last = Count - 1;
        var ends = last < 0
            ? default
            : new MetricEnds(_steps.At(0, utf8), _steps.At(last, utf8), _values.At(0, utf8), _values.At(last, utf8));
        return Metric.Of(name, _steps.Numbers[..Count], _values.Numbers[..Count], NotNumbers(), ends);
    }

    public MetricStatistics Statistics(double? step) =>
        MetricStatistics.Of(_steps.Numbers[..Count], _values.Numbers[..Count], NotNumbers(), step);

    public void Dispose()
    {
        _steps.Dispose();
        _values.Dispose();
        _times.Dispose();
    }

    private List<int> NotNumbers() => _values.NotNumbers.FindAll(place => place < Count);

    private double[] Times()
    {
        var times = new double[Count];
        var stored = _times.Numbers[..Math.Min(Count, _times.Count)];
        stored.CopyTo(times);
        times.AsSpan(stored.Length).Fill(double.NaN);
        return times;
    }
}
