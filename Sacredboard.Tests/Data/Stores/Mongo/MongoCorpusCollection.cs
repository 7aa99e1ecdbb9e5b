namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>Tests that only read the recorded database share it.</summary>
[CollectionDefinition(Name)]
public sealed class MongoCorpusCollection : ICollectionFixture<MongoCorpus>
{
    public const string Name = "recorded MongoDB";
}
