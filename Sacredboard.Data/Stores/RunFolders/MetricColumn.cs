using System.Buffers;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>A list of numbers in pooled arrays, with the offset in the text from which each was read.</summary>
internal sealed class MetricColumn : IDisposable
{
    private double[] _numbers = ArrayPool<double>.Shared.Rent(1024);
    private int[] _offsets = ArrayPool<int>.Shared.Rent(1024);

    public int Count { get; private set; }

    /// <summary>NaN for values that are not numbers. Times are in milliseconds since 1970 UTC.</summary>
    public ReadOnlySpan<double> Numbers => _numbers.AsSpan(0, Count);

    /// <summary>The indices of values that are not numbers, ascending.</summary>
    public List<int> NotNumbers { get; } = [];

    /// <summary>Reads the list at the current token, replacing what was read before: of a repeated key the last one counts.</summary>
    public void Read(ref JsonTokenizer json, bool isTimes)
    {
        Count = 0;
        NotNumbers.Clear();
        for (json.Read(); json.Token != JsonToken.ListEnd; json.Read())
        {
            var offset = json.Offset;
            if (isTimes)
            {
                Add(json.Token == JsonToken.Text ? Time(json) : double.NaN, offset);
            }
            else if (json.Token is JsonToken.Integer or JsonToken.Real)
            {
                Add(json.Number(), offset);
            }
            else
            {
                NotNumbers.Add(Count);
                Add(double.NaN, offset);
            }

            json.Skip();
        }
    }

    /// <summary>The value as stored.</summary>
    /// <param name="place">Its index.</param>
    /// <param name="utf8">The text from which the column was read.</param>
    public SacredValue At(int place, ReadOnlySpan<byte> utf8) => JsonTree.ParseFirst(utf8[_offsets[place]..]);

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_numbers);
        ArrayPool<int>.Shared.Return(_offsets);
    }

    private void Add(double number, int offset)
    {
        Grow(ref _numbers);
        Grow(ref _offsets);
        _numbers[Count] = number;
        _offsets[Count++] = offset;
    }

    private void Grow<T>(ref T[] array)
    {
        if (Count < array.Length)
        {
            return;
        }

        var larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    // Parses "2026-11-23T03:54:49.658357", as Sacred writes it, without allocating; other formats take the slow way.
    private static double Time(in JsonTokenizer json)
    {
        var raw = json.Raw;
        if (raw.Length is < 19 or > 26 || raw[4] != '-' || raw[7] != '-' || raw[10] != 'T' || raw[13] != ':' || raw[16] != ':'
            || (raw.Length > 19 && raw[19] != '.'))
        {
            return Stored(json);
        }

        var (year, month, day) = (Digits(raw[..4]), Digits(raw[5..7]), Digits(raw[8..10]));
        var (hour, minute, second) = (Digits(raw[11..13]), Digits(raw[14..16]), Digits(raw[17..19]));
        var fraction = raw.Length > 20 ? Digits(raw[20..]) : 0;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || fraction < 0)
        {
            return Stored(json);
        }

        for (var digits = raw.Length - 20; digits < 6; digits++)
        {
            fraction *= digits < 0 ? 1 : 10;
        }

        var whole = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc) - DateTime.UnixEpoch;
        return whole.TotalMilliseconds + (fraction / 1000.0);
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + c - '0';
        }

        return number;
    }

    private static double Stored(in JsonTokenizer json) => StoredTime.Read(new SacredText(json.Text())) is { } time
        ? (time - DateTime.UnixEpoch).TotalMilliseconds
        : double.NaN;
}
