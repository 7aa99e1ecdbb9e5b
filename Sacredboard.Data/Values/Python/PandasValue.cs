using System.Globalization;
using System.Text;

namespace Sacredboard.Data.Values.Python;

/// <summary>Decodes pandas values: DataFrames to an object of columns, Series and indexes to lists, Timestamps to dates.</summary>
internal static class PandasValue
{
    private const int MaxText = 4 * 1024 * 1024;

    /// <summary>Null when it cannot be decoded.</summary>
    public static SacredValue? Decode(JsonpickleDecoder decoder, string type, SacredObject stored)
    {
        if (type.EndsWith(".Timestamp", StringComparison.Ordinal))
        {
            return Timestamp((stored["meta"] as SacredObject)?["isoformat"]);
        }

        return stored["values"] switch
        {
            SacredText text => Table(decoder, text.Value, (stored["txt"] as SacredBoolean)?.Value ?? true),
            null => null,
            var values => decoder.Decode(values) is SacredTyped { Value: { } inner } ? inner : decoder.Decode(values),
        };
    }

    private static SacredValue? Timestamp(SacredValue? iso) =>
        iso is not SacredText text ? null
        : DateTime.TryParse(
            text.Value,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? new SacredDate(time)
            : text;

    // JSON since jsonpickle 3.4, CSV before; long tables are compressed.
    private static SacredValue? Table(JsonpickleDecoder decoder, string text, bool isText)
    {
        if (!decoder.Budget.TryTake(MaxText, 0)
            || (isText ? Encoding.UTF8.GetBytes(text) : NumpyArray.InflateUpTo(text, MaxText)) is not { Length: > 0 } utf8)
        {
            return null;
        }

        try
        {
            return decoder.Decode(JsonTree.Parse(utf8).Root);
        }
        catch (JsonFormatException)
        {
            return Columns(Encoding.UTF8.GetString(utf8));
        }
    }

    private static SacredObject? Columns(string csv)
    {
        var rows = Rows(csv).ToList();
        if (rows.Count == 0 || rows.Exists(row => row.Count != rows[0].Count))
        {
            return null;
        }

        return new SacredObject([.. rows[0].Select((name, column) => new KeyValuePair<string, SacredValue>(
            name, new SacredList([.. rows.Skip(1).Select(row => Cell(row[column]))])))]);
    }

    private static SacredValue Cell(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new SacredInteger(whole)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? new SacredDouble(number)
        : new SacredText(text);

    private static IEnumerable<List<string>> Rows(string csv)
    {
        var (row, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n' when !quoted:
                    row.Add(cell.ToString().TrimEnd('\r'));
                    cell.Clear();
                    yield return row;
                    row = [];
                    break;
                default:
                    cell.Append(csv[i]);
                    break;
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(cell.ToString());
            yield return row;
        }
    }
}
