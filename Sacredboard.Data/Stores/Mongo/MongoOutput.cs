using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Reads parts of the output. The server cannot count UTF-16 units and sends all of it, but only the part is decoded. Of runs of SEML,
/// which stores none, it is read from the file that they name, where that is allowed.
/// </summary>
internal sealed class MongoOutput(MongoReader reader, RecordedFiles files)
{
    /// <summary>A document of more bytes waits its turn.</summary>
    private const int Small = 1 << 20;

    /// <summary>
    /// Of so many large documents at a time the output is read: it comes whole, up to 16 MB, and may be copied before it is cut.
    /// </summary>
    private static readonly ReadBudget Large = new(2, TimeProvider.System);

    private static readonly BsonDocument IfSmall = new("$project", new BsonDocument
    {
        ["captured_out"] = new BsonDocument("$cond", new BsonArray
        {
            new BsonDocument("$lte", new BsonArray { new BsonDocument("$bsonSize", "$$ROOT"), Small }),
            "$captured_out",
            "$$REMOVE",
        }),
        ["isLarge"] = new BsonDocument("$gt", new BsonArray { new BsonDocument("$bsonSize", "$$ROOT"), Small }),
        ["status"] = 1,
        ["seml.output_file"] = 1,
    });

    private static readonly BsonDocument Always = new("$project", new BsonDocument
    {
        ["captured_out"] = 1,
        ["status"] = 1,
        ["seml.output_file"] = 1,
    });

    // The last one read: a page asks for it again and again while it is open.
    private (string Path, OutputFile File) _last = ("", new OutputFile());

    public async Task<RunOutput?> ReadAsync(RunId run, OutputRange range, CancellationToken cancellationToken)
    {
        if (MongoRunId.Filter("_id", run) is not { } filter)
        {
            return null;
        }

        var found = await FindAsync(IfSmall);
        if (found is [{ IsLarge: true }])
        {
            using var turn = await Large.TakeAsync(1, cancellationToken);
            found = await FindAsync(Always);
        }

        return found is not [var (stored, other, _)] ? null
            : other is null ? stored
            : await ReadFileAsync(other, range, cancellationToken) ?? stored;

        Task<List<(RunOutput Stored, OutputElsewhere? Other, bool IsLarge)>> FindAsync(BsonDocument project) => reader.ReadListAsync(
            reader.Place.Runs,
            [new("$match", filter), project],
            document => Captured(document, range) is { Length: > 0 } stored
                ? (stored, null, false)
                : (RunOutput.Empty, OutputElsewhere.Of(document), IsLarge(document)),
            cancellationToken);
    }

    private static bool IsLarge(ReadOnlySpan<byte> document) =>
        BsonSpanReader.TryFind(document, "isLarge"u8, out var large) && large.Type == BsonType.Boolean && large.Value[0] != 0;

    private static RunOutput Captured(ReadOnlySpan<byte> document, OutputRange range) =>
        BsonSpanReader.TryFind(document, "captured_out"u8, out var output) && output.Type == BsonType.String
            ? Utf8Output.Slice(output.Text, range)
            : RunOutput.Empty;

    // Null when the file may not or cannot be opened: it lies on the cluster, mostly.
    private async Task<RunOutput?> ReadFileAsync(OutputElsewhere other, OutputRange range, CancellationToken cancellationToken)
    {
        if (files.TryOpen(other.Path, out var stream) is not null)
        {
            return null;
        }

        var last = _last;
        if (last.Path != other.Path)
        {
            _last = last = (other.Path, new OutputFile());
        }

        try
        {
            return await last.File.ReadAsync(stream!, range, other.IsGrowing, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(RunStoreProblem.Unreadable, "The file with the output cannot be read to its end.", exception);
        }
    }

    /// <summary>Output that a run only names.</summary>
    private sealed record OutputElsewhere(string Path, bool IsGrowing)
    {
        public static OutputElsewhere? Of(ReadOnlySpan<byte> document)
        {
            var run = BsonTree.ReadObject(document);
            return (run[SemlRun.Root] as Values.SacredObject)?["output_file"] is Values.SacredText { Value.Length: > 0 } path
                ? new(path.Value, RunStatus.IsOpen((run["status"] as Values.SacredText)?.Value))
                : null;
        }
    }
}
