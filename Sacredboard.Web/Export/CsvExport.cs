using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Sacredboard.Web.Export;

/// <summary>Writes a table as CSV (RFC 4180, UTF-8), row by row.</summary>
public static class CsvExport
{
    public const string ContentType = "text/csv; charset=utf-8";

    private const int BufferSize = 64 * 1024;

    // CsvHelper sees only texts and would escape negative numbers as formulas; CsvText, which knows the kinds, escapes instead.
    // NewLine is not set although it is CR LF by default: if it is set, CsvHelper does not quote texts with a lone LF.
    internal static readonly CsvConfiguration Configuration =
        new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.None };

    public static async Task WriteAsync(IExportTable table, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            BufferSize,
            leaveOpen: true);
        await using var csv = new CsvWriter(writer, Configuration, leaveOpen: true);
        foreach (var name in table.Names)
        {
            csv.WriteField(CsvText.EscapeFormula(name));
        }

        await csv.NextRecordAsync();
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var cell in row)
            {
                csv.WriteField(CsvText.Of(cell.Value));
            }

            await csv.NextRecordAsync();
        }
    }
}
