using System.Text.Json;
using Sacredboard.Data.Values;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Export;

/// <summary>Writes a table as a JSON array with an object for each row, in buffered parts.</summary>
public static class JsonExport
{
    public const string ContentType = "application/json; charset=utf-8";

    private const int PieceSize = 64 * 1024;

    public static async Task WriteAsync(IExportTable table, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartArray();
        foreach (var row in table.Rows)
        {
            writer.WriteStartObject();
            for (var i = 0; i < row.Count; i++)
            {
                writer.WritePropertyName(table.Names[i]);
                Write(writer, row[i]);
            }

            writer.WriteEndObject();
            if (writer.BytesPending > PieceSize)
            {
                await writer.FlushAsync(cancellationToken);
            }
        }

        writer.WriteEndArray();
        await writer.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, ExportCell cell)
    {
        if (cell.Id is { } id)
        {
            StoredValue.Of(id).WriteTo(writer);
            return;
        }

        switch (cell.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case SacredDate date:
                writer.WriteStringValue(CsvText.Time(date.Value));
                break;
            default:
                SacredJson.Write(writer, cell.Value, decoded: true);
                break;
        }
    }
}
