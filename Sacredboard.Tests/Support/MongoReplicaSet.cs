namespace Sacredboard.Tests.Support;

/// <summary>One replica set for the tests of a class, started by the first.</summary>
public sealed class MongoReplicaSet : IAsyncDisposable
{
    private Mongod? _mongod;

    public async Task<Mongod> StartAsync() => _mongod ??= await Mongod.StartReplicaSetOrSkipAsync();

    public ValueTask DisposeAsync() => _mongod?.DisposeAsync() ?? ValueTask.CompletedTask;
}
