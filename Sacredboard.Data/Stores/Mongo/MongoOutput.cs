using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Reads parts of the output. The server cannot count UTF-16 units and sends all of it, but only the part is decoded.</summary>
internal sealed class MongoOutput(MongoReader reader)
{
    public async Task<RunOutput?> ReadAsync(RunId run, OutputRange range, CancellationToken cancellationToken)
    {
        if (MongoRunId.Filter("_id", run) is not { } filter)
        {
            return null;
        }

        BsonDocument[] stages = [new("$match", filter), new("$project", new BsonDocument("captured_out", 1))];
        var found = await reader.ReadListAsync(
            reader.Place.Runs,
            stages,
            document => BsonSpanReader.TryFind(document, "captured_out"u8, out var output) && output.Type == BsonType.String
                ? Utf8Output.Slice(output.Text, range)
                : RunOutput.Empty,
            cancellationToken);
        return found.FirstOrDefault();
    }
}
