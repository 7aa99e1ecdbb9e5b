using System.Buffers.Binary;
using System.IO.Compression;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Tests.Support;

/// <summary>Loads <c>COLLECTION.bson.gz</c> files, as <c>mongodump --gzip</c> writes them, byte by byte.</summary>
public static class MongoDump
{
    private const int BatchSize = 8 * 1024 * 1024;

    /// <summary>The recorded database of TestData/mongo.</summary>
    public static Task LoadCorpusAsync(IMongoDatabase database) => LoadAsync(TestFiles.Path("mongo"), database);

    public static async Task LoadAsync(string directory, IMongoDatabase database)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.bson.gz"))
        {
            var name = Path.GetFileName(file)[..^".bson.gz".Length];
            var collection = database.GetCollection<RawBsonDocument>(name);
            var batch = new List<RawBsonDocument>();
            var size = 0;
            await foreach (var document in ReadAsync(file))
            {
                batch.Add(new RawBsonDocument(document));
                if ((size += document.Length) > BatchSize)
                {
                    await collection.InsertManyAsync(batch);
                    batch = [];
                    size = 0;
                }
            }

            if (batch.Count > 0)
            {
                await collection.InsertManyAsync(batch);
            }

            await AddIndexesAsync(database, name);
        }
    }

    /// <summary>The documents of one collection of the recorded database, without any server.</summary>
    public static IAsyncEnumerable<byte[]> ReadCorpusAsync(string collection) =>
        ReadAsync(TestFiles.Path("mongo", collection + ".bson.gz"));

    private static async IAsyncEnumerable<byte[]> ReadAsync(string file)
    {
        await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        var head = new byte[4];
        while (await stream.ReadAtLeastAsync(head, 4, throwOnEndOfStream: false) == 4)
        {
            var document = new byte[BinaryPrimitives.ReadInt32LittleEndian(head)];
            head.CopyTo(document, 0);
            await stream.ReadExactlyAsync(document.AsMemory(4));
            yield return document;
        }
    }

    // Those that GridFS makes; Sacred makes none.
    private static async Task AddIndexesAsync(IMongoDatabase database, string name)
    {
        var keys = name.EndsWith(".chunks", StringComparison.Ordinal) ? new BsonDocument { ["files_id"] = 1, ["n"] = 1 }
            : name.EndsWith(".files", StringComparison.Ordinal) ? new BsonDocument { ["filename"] = 1, ["uploadDate"] = 1 }
            : null;
        if (keys is not null)
        {
            await database.GetCollection<BsonDocument>(name).Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(keys));
        }
    }
}
