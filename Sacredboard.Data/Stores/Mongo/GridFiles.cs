using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Looks up listed files in GridFS: one query for all of them, a second one to check that they are complete.</summary>
internal sealed class GridFiles(MongoReader reader)
{
    private const int NoSuchHint = 2;

    private string Bucket => reader.Place.Bucket;

    public async Task<IReadOnlyList<(RunFile File, GridFile? Stored)>> FindAsync(
        IReadOnlyList<ListedFile> listed,
        CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(listed, cancellationToken);
        var matches = listed.Select(file => (Listed: file, Stored: stored.Find(candidate => IsSame(file, candidate)))).ToList();
        var files = matches.Where(match => match.Stored is not null).Select(match => match.Stored!.Id).Distinct();
        var chunks = await CountChunksAsync([.. files], cancellationToken);
        return [.. matches.Select(match => (Describe(match.Listed, match.Stored, chunks), match.Stored))];
    }

    private static bool IsSame(ListedFile listed, GridFile stored) => listed.FileId is { } id
        ? stored.Id == id
        : listed.Md5 is not null && stored.Md5 == listed.Md5 && stored.Filename == listed.Name;

    private static RunFile Describe(ListedFile listed, GridFile? stored, Dictionary<RunId, long>? chunks)
    {
        var name = listed.Name ?? NameIn(stored?.Filename);
        var problem = listed.Text is null ? Problem(listed, stored, chunks) : null;
        return new RunFile
        {
            Id = listed.Id,
            Kind = listed.Kind,
            Name = name,
            Size = stored?.Length ?? listed.Text?.Length,
            Stored = stored?.Uploaded,
            Md5 = stored?.Md5 ?? listed.Md5,
            ContentType = stored?.ContentType ?? ContentTypes.Guess(name),
            Available = problem is null,
            Problem = problem,
        };
    }

    private static string? Problem(ListedFile listed, GridFile? stored, Dictionary<RunId, long>? chunks) => (listed, stored) switch
    {
        ({ FileId: null, Kind: RunFileKind.Resource }, null) => "Sacred stored the path and the md5 of this resource, not its content.",
        ({ FileId: null, Md5: null }, null) => "The run names no stored file here.",
        (_, null) => "The file is no longer in the database.",
        _ when chunks is not null && chunks.GetValueOrDefault(stored!.Id) is var found && found < stored.Chunks =>
            $"The file is damaged: {found} of {stored.Chunks} parts are stored.",
        _ => null,
    };

    // artifact://COLLECTION/RUN/NAME, where NAME may contain slashes.
    private static string NameIn(string? filename) =>
        filename is not null
            && filename.StartsWith("artifact://", StringComparison.Ordinal)
            && filename.Split('/', 5) is [_, _, _, _, var name]
            ? name
            : filename ?? "";

    private async Task<List<GridFile>> StoredAsync(IReadOnlyList<ListedFile> listed, CancellationToken cancellationToken)
    {
        var ids = listed.Where(file => file.FileId is not null).Select(file => MongoRunId.ToBson(file.FileId!.Value)).OfType<BsonValue>();
        var named = listed.Where(file => file is { FileId: null, Name: not null, Md5: not null }).ToList();
        var either = new BsonArray
        {
            new BsonDocument("_id", new BsonDocument("$in", new BsonArray(ids))),
            new BsonDocument
            {
                ["filename"] = new BsonDocument("$in", new BsonArray(named.Select(file => file.Name).Distinct())),
                ["md5"] = new BsonDocument("$in", new BsonArray(named.Select(file => file.Md5).Distinct())),
            },
        };
        return listed.Count == 0
            ? []
            : await reader.ReadListAsync(
                $"{Bucket}.files",
                [new("$match", new BsonDocument("$or", either))],
                GridFile.Read,
                cancellationToken);
    }

    /// <summary>
    /// Number of stored chunks per file, from the index alone; null when the index is missing, because counting would then read all
    /// files.
    /// </summary>
    private async Task<Dictionary<RunId, long>?> CountChunksAsync(IReadOnlyList<RunId> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return [];
        }

        var match = new BsonDocument("files_id", new BsonDocument("$in", new BsonArray(files.Select(MongoRunId.ToBson))));
        var group = new BsonDocument { ["_id"] = "$files_id", ["count"] = new BsonDocument("$sum", 1) };
        try
        {
            var counts = await reader.ReadListAsync(
                $"{Bucket}.chunks",
                [new("$match", match), new("$group", group)],
                document =>
                    (Id: MongoRunId.Of(document)
                        ?? RunId.Null, Count: BsonSpanReader.TryFind(document, "count"u8, out var count) ? count.Int32 : 0L),
                cancellationToken,
                new BsonDocument { ["files_id"] = 1, ["n"] = 1 });
            return counts.ToDictionary(count => count.Id, count => count.Count);
        }
        catch (RunStoreException exception) when (exception.InnerException is MongoCommandException { Code: NoSuchHint })
        {
            return null;
        }
    }
}
