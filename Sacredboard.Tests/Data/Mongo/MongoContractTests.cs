using Sacredboard.Data;
using Sacredboard.Tests.Data.Contract;

namespace Sacredboard.Tests.Data.Mongo;

[Collection(MongoCorpusCollection.Name)]
public sealed class MongoContractTests(MongoCorpus corpus) : RunStoreContract
{
    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        ((await corpus.OpenAsync()).OpenStore(), ExpectedRun.Load("mongo.json", "runs"));
}
