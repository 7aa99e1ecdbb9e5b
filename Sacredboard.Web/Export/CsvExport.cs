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

    // CsvHelper looks at texts, which are numbers too by then: what is dangerous is told by CsvText, which still knows the kinds.
    // The end of a line is CsvHelper's own, CR LF: with one that is set, it would not quote a text that has a lone LF in it.
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.None };

    public static async Task WriteAsync(IExportTable table, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        await using var csv = new CsvWriter(writer, Configuration, leaveOpen: true);
        foreach (var name in table.Names)
        {
            csv.WriteField(CsvText.Harmless(name));
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
