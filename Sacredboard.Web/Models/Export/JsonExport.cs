using System.Text.Json;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Values;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Models.Export;

/// <summary>Writes a table as a JSON array with an object for each run, piece by piece.</summary>
public static class JsonExport
{
    public const string ContentType = "application/json; charset=utf-8";

    private const int PieceSize = 64 * 1024;

    public static async Task WriteAsync(ExportTable table, Stream stream, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartArray();
        foreach (var run in table.Page.Runs)
        {
            writer.WriteStartObject();
            foreach (var column in table.Columns)
            {
                writer.WritePropertyName(column.Name);
                if (column.Field == RunField.Own("id"))
                {
                    StoredValue.Of(run.Id).WriteTo(writer);
                }
                else
                {
                    Write(writer, table.Value(run, column));
                }
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

    private static void Write(Utf8JsonWriter writer, SacredValue? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case SacredDate date:
                writer.WriteStringValue(CsvText.Time(date.Value));
                break;
            default:
                SacredJson.Write(writer, value, decoded: true);
                break;
        }
    }
}
