using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Charts;

/// <summary>
/// Writes all points of a metric as a file, in stored order: step, time (UTC, to the microsecond) and value of each. Written in pieces, so
/// that it takes no more memory for long metrics.
/// </summary>
internal sealed class PointsFile(MetricPoints points, MetricWindow window)
{
    /// <summary>The greatest length of one line of CSV and of one record of NPY.</summary>
    private const int MaxRecord = 128;

    private const int Piece = 64 * 1024;

    // Microseconds that NumPy reads as "not a time".
    private const long NotATime = long.MinValue;

    private static readonly double Earliest = (DateTime.MinValue - DateTime.UnixEpoch).TotalMilliseconds;
    private static readonly double Latest = (DateTime.MaxValue.AddDays(-1) - DateTime.UnixEpoch).TotalMilliseconds;

    private delegate int WriteRecord(int place, Span<byte> record);

    /// <summary>With a head; a time that is not known and a value that is not a number are empty.</summary>
    public Task WriteCsvAsync(PipeWriter body, CancellationToken cancellationToken)
    {
        body.Write("step,time,value\n"u8);
        return WriteAsync(body, CsvRecord, cancellationToken);
    }

    /// <summary>
    /// What <c>numpy.load</c> reads as an array of records (NPY 1.0) of 24 bytes: <c>step</c> float64, <c>time</c> datetime64[us],
    /// <c>value</c> float64.
    /// </summary>
    public Task WriteNpyAsync(PipeWriter body, CancellationToken cancellationToken)
    {
        const string Fields = "[('step', '<f8'), ('time', '<M8[us]'), ('value', '<f8')]";
        var count = Places().Count().ToString(CultureInfo.InvariantCulture);
        var head = $"{{'descr': {Fields}, 'fortran_order': False, 'shape': ({count},), }}";

        // The records begin at a multiple of 64 bytes.
        var length = (((10 + head.Length + 1 + 63) / 64) * 64) - 10;
        body.Write<byte>([0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8)]);
        body.Write(Encoding.ASCII.GetBytes(head.PadRight(length - 1) + "\n"));
        return WriteAsync(body, NpyRecord, cancellationToken);
    }

    private async Task WriteAsync(PipeWriter body, WriteRecord write, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var place in Places())
        {
            var length = write(place, body.GetSpan(MaxRecord));
            body.Advance(length);
            written += length;
            if (written >= Piece)
            {
                await body.FlushAsync(cancellationToken);
                written = 0;
            }
        }

        await body.FlushAsync(cancellationToken);
    }

    // Without a window also the points that have no x.
    private IEnumerable<int> Places()
    {
        var all = Enumerable.Range(0, points.Series.Count);
        if (window is { From: null, To: null })
        {
            return all;
        }

        var x = points.X(window);
        return all.Where(place => x[place] >= (window.From ?? double.MinValue) && x[place] <= (window.To ?? double.MaxValue));
    }

    private int CsvRecord(int place, Span<byte> record)
    {
        var series = points.Series;
        var length = double.IsNaN(series.Steps[place]) ? 0 : Number(series.Steps[place], record);
        record[length++] = (byte)',';
        if (Microseconds(series.Times[place]) is not NotATime and var time)
        {
            DateTime.UnixEpoch.AddMicroseconds(time).TryFormat(
                record[length..], out var written, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
            length += written;
        }

        record[length++] = (byte)',';
        length += Array.BinarySearch(series.NotNumbers, place) >= 0 ? 0 : Number(series.Values[place], record[length..]);
        record[length++] = (byte)'\n';
        return length;
    }

    private int NpyRecord(int place, Span<byte> record)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(record, points.Series.Steps[place]);
        BinaryPrimitives.WriteInt64LittleEndian(record[8..], Microseconds(points.Series.Times[place]));
        BinaryPrimitives.WriteDoubleLittleEndian(record[16..], points.Series.Values[place]);
        return 24;
    }

    private static int Number(double number, Span<byte> text)
    {
        number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    private static long Microseconds(double milliseconds) =>
        milliseconds >= Earliest && milliseconds <= Latest ? (long)Math.Round(milliseconds * 1000) : NotATime;
}
