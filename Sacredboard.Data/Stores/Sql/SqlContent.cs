using System.Globalization;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>The bytes of one column of one row, read in parts: a file or an output may be hundreds of megabytes.</summary>
/// <param name="bytes">The expression for the bytes.</param>
/// <param name="from">The table and the condition that selects the row.</param>
/// <param name="parameters">Those of the condition.</param>
internal sealed class SqlContent(SqlReader reader, string bytes, string from, IReadOnlyList<object> parameters)
{
    public int PartBytes => reader.Database.PartBytes;

    /// <summary>Null for NULL, and when the row is not there.</summary>
    public async Task<long?> LengthAsync(CancellationToken cancellationToken) =>
        await reader.ReadValueAsync($"SELECT octet_length({bytes}) FROM {from}", parameters, cancellationToken)
            .ConfigureAwait(false) is { } length
            ? Convert.ToInt64(length, CultureInfo.InvariantCulture)
            : null;

    /// <summary>So many bytes from an offset, or fewer at the end.</summary>
    public async Task<byte[]> ReadAsync(long offset, int count, CancellationToken cancellationToken) =>
        await reader.ReadValueAsync($"SELECT substr({bytes}, {offset + 1}, {count}) FROM {from}", parameters, cancellationToken)
            .ConfigureAwait(false) as byte[] ?? [];
}
