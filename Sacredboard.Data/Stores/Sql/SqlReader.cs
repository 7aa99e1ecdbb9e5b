using System.Data.Common;
using Sacredboard.Data.Stores.Sql.Dialects;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>Runs queries, and translates the driver's errors. Nothing that a run holds or a visitor sends is ever part of a query's text.
/// </summary>
/// <param name="database">Where they run.</param>
/// <param name="turns">Those of visitors, who wait for each other; null for what keeps the catalog current.</param>
internal sealed class SqlReader(SqlDatabase database, ReadBudget? turns)
{
    public SqlDatabase Database => database;

    /// <summary>All rows of a query; its parameters are <c>@p0</c>, <c>@p1</c>, …</summary>
    public async Task<List<T>> ReadListAsync<T>(
        string query, IReadOnlyList<object> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var turn = turns is null ? null : await turns.TakeAsync(1, cancellationToken).ConfigureAwait(false);
        try
        {
            return database.Blocks
                ? await Task.Run(() => ReadAsync(query, parameters, read, cancellationToken), cancellationToken).ConfigureAwait(false)
                : await ReadAsync(query, parameters, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (database.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>The only value of a query; null when there is no row, or NULL.</summary>
    public async Task<object?> ReadValueAsync(string query, IReadOnlyList<object> parameters, CancellationToken cancellationToken)
    {
        var found = await ReadListAsync(query, parameters, row => row.GetValue(0), cancellationToken).ConfigureAwait(false);
        return found is [not DBNull] ? found[0] : null;
    }

    private async Task<List<T>> ReadAsync<T>(
        string query, IReadOnlyList<object> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        for (var i = 0; i < parameters.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", parameters[i]);
            command.Parameters.Add(parameter);
        }

        var found = new List<T>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // Not every driver looks at it.
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(read(rows));
        }

        return found;
    }
}
