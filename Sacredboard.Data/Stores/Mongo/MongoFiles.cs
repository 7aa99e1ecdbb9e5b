using System.Text;
using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.GridFS;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Lists and opens files of runs. Only files that a run lists can be opened.</summary>
internal sealed class MongoFiles(MongoReader reader)
{
    private readonly GridFiles _stored = new(reader);

    public async Task<IReadOnlyList<RunFile>> ListAsync(RunId run, CancellationToken cancellationToken)
    {
        var listed = (await ListedAsync(run, cancellationToken)).ToList();
        return [.. (await _stored.FindAsync(listed, cancellationToken)).Select(found => found.File)];
    }

    public async Task<int> CountAsync(RunId run, CancellationToken cancellationToken) =>
        (await ListedAsync(run, cancellationToken)).Count();

    public async Task<RunFileContent?> OpenAsync(RunId run, string fileId, CancellationToken cancellationToken)
    {
        var listed = (await ListedAsync(run, cancellationToken)).Where(file => file.Id == fileId).Take(1).ToList();
        var (file, stored) = (await _stored.FindAsync(listed, cancellationToken)).FirstOrDefault();
        if (file is not { Available: true })
        {
            return null;
        }

        if (listed[0].Text is { } text)
        {
            return new RunFileContent(file, new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false), null);
        }

        var bucket = new GridFSBucket<BsonValue>(reader.Database, new GridFSBucketOptions { BucketName = reader.Place.Bucket });
        var content = await reader.GuardAsync(
            () =>
                bucket.OpenDownloadStreamAsync(
                    MongoRunId.ToBson(stored!.Id)!,
                    new GridFSDownloadOptions { Seekable = true },
                    cancellationToken),
            cancellationToken);
        return new RunFileContent(file, new MongoFileStream(content, reader), stored!.Uploaded);
    }

    private async Task<IEnumerable<ListedFile>> ListedAsync(RunId run, CancellationToken cancellationToken)
    {
        if (MongoRunId.Filter("_id", run) is not { } filter)
        {
            return [];
        }

        var fields = new BsonDocument
        {
            ["artifacts"] = 1,
            ["resources"] = 1,
            ["experiment.sources"] = 1,
            ["experiment.name"] = 1,
            ["seml.source_files"] = 1,
            ["source"] = 1,
            ["experiment_info.mainfile"] = 1
        };
        var found = await reader.ReadListAsync(
            reader.Place.Runs,
            [new("$match", filter), new("$project", fields)],
            BsonTree.ReadObject,
            cancellationToken);
        return ListedFile.Of(SemlRun.ToCurrent(found.FirstOrDefault() ?? SacredObject.Empty, reader.Place.Runs));
    }
}
