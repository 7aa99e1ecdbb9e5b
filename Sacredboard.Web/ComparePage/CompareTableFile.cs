using System.Globalization;
using System.Text;
using CsvHelper;
using Sacredboard.Web.Export;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Writes the table of a comparison for papers and spreadsheets.</summary>
/// <param name="names">The runs or groups.</param>
/// <param name="table">One cell for each of them in each row.</param>
public sealed class CompareTableFile(IReadOnlyList<string> names, CompareTable table)
{
    private readonly IReadOnlyList<CompareRow> _rows = [.. table.Rows];

    /// <summary>The formats by the ends of their file names.</summary>
    public static readonly IReadOnlyDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        ["md"] = "text/markdown; charset=utf-8",
        ["tex"] = "application/x-tex; charset=utf-8",
        ["csv"] = CsvExport.ContentType,
    };

    public string Write(string ending) => ending switch
    {
        "md" => Markdown(),
        "tex" => Latex(),
        _ => Csv(),
    };

    private string Markdown()
    {
        var (head, lines) = Lines(MarkdownText.Of, text => $"**{text}**");
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", head.Select(cell => cell.Text)).Append(" |\n");
        text.Append("| ").AppendJoin(" | ", head.Select(cell => cell.IsNumeric ? "---:" : "---")).Append(" |\n");
        foreach (var line in lines)
        {
            text.Append("| ").AppendJoin(" | ", line).Append(" |\n");
        }

        return text.ToString();
    }

    private string Latex()
    {
        var (head, lines) = Lines(LatexText.Of, text => $@"\textbf{{{text}}}");
        var text = new StringBuilder("% \\usepackage{booktabs}\n");
        text.Append(@"\begin{tabular}{").AppendJoin("", head.Select(cell => cell.IsNumeric ? 'r' : 'l')).Append("}\n\\toprule\n");
        text.AppendJoin(" & ", head.Select(cell => cell.Text)).Append(" \\\\\n\\midrule\n");
        foreach (var line in lines)
        {
            text.AppendJoin(" & ", line).Append(" \\\\\n");
        }

        return text.Append("\\bottomrule\n\\end{tabular}\n").ToString();
    }

    // For programs: a line for each run, numbers in full, means and standard deviations in columns of their own.
    private string Csv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, CsvExport.Configuration);
        foreach (var name in ColumnNames.Distinct(["run", .. _rows.SelectMany(Heads)]))
        {
            csv.WriteField(CsvText.EscapeFormula(name));
        }

        csv.NextRecord();
        for (var i = 0; i < names.Count; i++)
        {
            csv.WriteField(CsvText.EscapeFormula(names[i]));
            foreach (var cell in _rows.SelectMany(row => Cells(row, i)))
            {
                csv.WriteField(cell);
            }

            csv.NextRecord();
        }

        csv.Flush();
        return text.ToString();
    }

    private static IEnumerable<string> Heads(CompareRow row) =>
        row.Spreads is null ? [row.Title] : ["mean " + row.Title, "std " + row.Title];

    private static IEnumerable<string> Cells(CompareRow row, int i) =>
        row.Spreads is { } spreads ? [Number(row.Numbers![i]), Number(spreads[i])]
        : row.Numbers?[i] is { } number ? [Number(number)]
        : [row.Cells[i].Kind == CellKind.Missing ? "" : CsvText.EscapeFormula(row.Cells[i].Full ?? row.Cells[i].Text)];

    private static string Number(double? number) => number is { } value ? NumberText.Full(value) : "";

    // As on the page: rows of the table as lines, or its columns when there are many.
    private (IReadOnlyList<(string Text, bool IsNumeric)> Head, IReadOnlyList<IReadOnlyList<string>> Lines) Lines(
        Func<string, string> escape, Func<string, string> bold)
    {
        if (table.HasRunsAsRows)
        {
            return (
                [("", false), .. _rows.Select(row => (escape(row.Title), row.IsNumeric))],
                [.. names.Select((name, i) => (IReadOnlyList<string>)[escape(name), .. _rows.Select(row => Cell(row, i))])]);
        }

        return (
            [("", false), .. names.Select(name => (escape(name), true))],
            [.. _rows.Select(row => (IReadOnlyList<string>)[escape(row.Title), .. names.Select((_, i) => Cell(row, i))])]);

        string Cell(CompareRow row, int i) => row.Best.Contains(i) ? bold(escape(row.Cells[i].Text)) : escape(row.Cells[i].Text);
    }
}
