using System.Text;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// Reads parts of the output. No server can count UTF-16 units, so all of it is read, but only a few megabytes are in memory at a time.
/// </summary>
internal sealed class SqlOutput(SqlReader reader, SqlSchemaReader schemas)
{
    /// <summary>The bytes of it that are in memory at a time.</summary>
    public async Task<long> MeasureAsync(RunId id, OutputRange range, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (new SqlRunIds(reader.Database, schema).Filter([id]) is not var (condition, parameters) || !schema.Has("run", "captured_out"))
        {
            return 0;
        }

        var content = Content(condition, parameters);
        var length = await content.LengthAsync(cancellationToken).ConfigureAwait(false) ?? 0;
        // One part to find where the range begins, then the range; a character has up to four bytes.
        return range.Max is { } max ? Math.Min(length, content.PartBytes + (4L * max)) : length;
    }

    public async Task<RunOutput?> ReadAsync(RunId id, OutputRange range, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        var ids = new SqlRunIds(reader.Database, schema);
        if (ids.Filter([id]) is not var (condition, parameters))
        {
            return null;
        }

        var run = reader.Database.Quote("run");
        var select = ids.AddTo(new SqlSelect(reader.Database, schema));
        var found = await reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {run} WHERE {condition}", parameters, row => SqlRunIds.Of(row, select), cancellationToken)
            .ConfigureAwait(false);
        if (!found.Contains(id))
        {
            return null;
        }

        if (!schema.Has("run", "captured_out"))
        {
            return RunOutput.Empty;
        }

        return await ReadAsync(Content(condition, parameters), range, cancellationToken).ConfigureAwait(false);
    }

    private SqlContent Content(string condition, IReadOnlyList<object> parameters)
    {
        var run = reader.Database.Quote("run");
        var utf8 = reader.Database.Utf8($"{run}.{reader.Database.Quote("captured_out")}");
        return new(reader, utf8, $"{run} WHERE {condition}", parameters);
    }

    private static async Task<RunOutput> ReadAsync(SqlContent content, OutputRange range, CancellationToken cancellationToken)
    {
        // Where each part begins; the last entry is the end.
        var starts = new List<(long Bytes, long Chars)> { (0, 0) };
        while (true)
        {
            var part = await content.ReadAsync(starts[^1].Bytes, content.PartBytes, cancellationToken).ConfigureAwait(false);
            var whole = part.Length < content.PartBytes ? part.Length : WholeCharacters(part);
            if (starts.Count == 1 && part.Length < content.PartBytes)
            {
                return Utf8Output.Slice(part, range);
            }

            starts.Add((starts[^1].Bytes + whole, starts[^1].Chars + Encoding.UTF8.GetCharCount(part.AsSpan(0, whole))));
            if (part.Length < content.PartBytes)
            {
                break;
            }
        }

        var total = starts[^1].Chars;
        var from = Math.Clamp(range.FromEnd ? total - range.Max!.Value : range.From, 0, total);
        var until = range.FromEnd || range.Max is not { } max ? total : Math.Min(total, from + max);
        // One more than the range on both sides, where it may end in the middle of a character.
        var first = starts[Math.Max(0, starts.FindLastIndex(start => start.Chars < Math.Max(from, 1)))];
        var last = starts[starts.FindIndex(start => start.Chars > until) is var next and >= 0 ? next : starts.Count - 1];
        var bytes = await ReadAsync(content, first.Bytes, last.Bytes, cancellationToken).ConfigureAwait(false);
        var slice = Utf8Output.Slice(bytes, range.FromEnd ? range : OutputRange.Since(from - first.Chars, range.Max));
        return new RunOutput(slice.Text, first.Chars + slice.From, total);
    }

    private static async Task<byte[]> ReadAsync(SqlContent content, long from, long until, CancellationToken cancellationToken)
    {
        var bytes = new byte[until - from];
        for (var read = 0; read < bytes.Length;)
        {
            var part = await content.ReadAsync(from + read, Math.Min(content.PartBytes, bytes.Length - read), cancellationToken)
                .ConfigureAwait(false);
            if (part.Length == 0)
            {
                throw new RunStoreException(RunStoreProblem.Unreadable, "The output was written anew while it was read. Try again.");
            }

            part.CopyTo(bytes, read);
            read += part.Length;
        }

        return bytes;
    }

    // Number of bytes without an incomplete character at the end.
    private static int WholeCharacters(byte[] utf8)
    {
        var lead = utf8.Length - 1;
        while (lead > utf8.Length - 4 && (utf8[lead] & 0xC0) == 0x80)
        {
            lead--;
        }

        return utf8[lead] < 0xC0 ? utf8.Length : lead;
    }
}
