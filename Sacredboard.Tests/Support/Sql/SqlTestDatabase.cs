using System.Data.Common;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Sql;

namespace Sacredboard.Tests.Support.Sql;

/// <summary>A database of one test.</summary>
/// <param name="url">As Sacred would be given it, with a user who may only read where there are users.</param>
/// <param name="connect">Makes a connection that may do all.</param>
public sealed class SqlTestDatabase(string url, Func<DbConnection> connect)
{
    public string Url => url;

    /// <summary>The same for a user who may do all.</summary>
    public string? OwnerUrl { get; init; }

    public IRunStore OpenStore(TimeProvider? time = null) =>
        new Backends().AddSql().Open(new PlaceOptions { Url = url }, new StoreContext(time ?? TimeProvider.System, 1 << 20));

    /// <summary>Runs statements; their parameters are <c>@p0</c>, <c>@p1</c>, …</summary>
    public async Task RunAsync(string statements, params object?[] parameters)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await RunAsync(connection, statements, parameters);
    }

    /// <summary>Runs one statement for each row, in one transaction.</summary>
    public async Task RunAllAsync(IEnumerable<(string Statement, object?[] Parameters)> rows)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (statement, parameters) in rows)
        {
            await RunAsync(connection, statement, parameters, transaction);
        }

        await transaction.CommitAsync();
    }

    private static async Task RunAsync(
        DbConnection connection, string statement, object?[] parameters, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (statement, transaction);
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", parameters[i] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }
}
