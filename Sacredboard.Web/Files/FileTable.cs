using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Files;

/// <summary>The first rows of a CSV or TSV.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">May be shorter or longer than the header, as they are in the file.</param>
/// <param name="LeftOut">How many columns are not shown.</param>
public sealed record FileTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows, int LeftOut) : FileContent
{
    public const int MaxRows = 1000;
    public const int MaxColumns = 60;

    /// <summary>Null when it cannot be read as a table.</summary>
    /// <param name="text">The file, or its beginning.</param>
    /// <param name="areTabs">The columns are divided by tabs; otherwise it is found out by what.</param>
    public static FileTable? Of(FileText text, bool areTabs)
    {
        using var csv = new CsvParser(new StringReader(text.Text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = areTabs ? "\t" : ",",
            DetectDelimiter = !areTabs,
            DetectDelimiterValues = [",", ";", "\t", "|"],
            BadDataFound = null,
        });
        var rows = new List<string[]>();
        try
        {
            // One more, to know whether there are more; of a text that was cut, the last row may be cut too.
            while (rows.Count < MaxRows + 2 && csv.Read())
            {
                rows.Add(csv.Record!);
            }
        }
        catch (CsvHelperException)
        {
            return null;
        }

        if (text.Cut && rows.Count is > 1 and < MaxRows + 2)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        if (rows.Count == 0)
        {
            return null;
        }

        var isNamed = !rows[0].All(IsNumber);
        var width = rows.Take(MaxRows + 1).Max(row => row.Length);
        var body = rows.Skip(isNamed ? 1 : 0).ToList();
        return new(
            [.. Enumerable.Range(0, Math.Min(width, MaxColumns)).Select(column => !isNamed ? $"{column + 1}"
                : column < rows[0].Length ? ValueText.Visible(rows[0][column]) : "")],
            [.. body.Take(MaxRows).Select(row => row.Take(MaxColumns).ToArray())],
            Math.Max(0, width - MaxColumns))
        {
            Cut = text.Cut || body.Count > MaxRows,
        };
    }

    public static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
