using System.Security.Cryptography;
using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

public abstract partial class RunStoreContract
{
    [Fact]
    public Task Files_are_listed_in_stored_order_and_open_to_their_content() => AssertForEveryRunAsync(async expected =>
    {
        var files = await Store.ListFilesAsync(expected.Id, Cancellation);
        var found = Same("ids", files.Count, files.Select(file => file.Id).Distinct().Count()).ToList();
        found.AddRange(Same("count", files.Count, await Store.CountFilesAsync(expected.Id, Cancellation)));
        found.AddRange(Same("order", true, files.Select(file => file.Kind).SequenceEqual(files.Select(file => file.Kind).Order())));
        foreach (var (kind, field) in new[] { (RunFileKind.Artifact, "artifacts"), (RunFileKind.Source, "sources"),
            (RunFileKind.Resource, "resources") })
        {
            var truth = expected.List(field).ToList();
            var ofKind = files.Where(file => file.Kind == kind).ToList();
            found.AddRange(Same(field, truth.Count, ofKind.Count));
            foreach (var (stored, file) in truth.Zip(ofKind))
            {
                found.AddRange((await FileDifferencesAsync(expected.Id, stored, file))
                    .Select(difference => $"{file.Id} '{file.Name}' {difference}"));
            }
        }

        return found;
    });

    [Fact]
    public async Task A_file_can_be_read_from_anywhere()
    {
        var (id, file) = await LargestFileAsync();
        await using var content = await Store.OpenFileAsync(id, file.Id, Cancellation);
        var whole = await ReadAsync(content!.Content);

        Assert.True(content.Content.CanSeek);
        Assert.Equal(whole.Length, content.Content.Length);
        content.Content.Position = whole.Length / 2;
        Assert.Equal(whole[(whole.Length / 2)..], await ReadAsync(content.Content));
        content.Content.Seek(-10, SeekOrigin.End);
        Assert.Equal(whole[^10..], await ReadAsync(content.Content));
    }

    [Fact]
    public async Task A_file_that_is_not_listed_cannot_be_opened()
    {
        var (id, file) = await LargestFileAsync();
        await using var listed = await Store.OpenFileAsync(id, file.Id, Cancellation);

        Assert.NotNull(listed);
        Assert.All(["artifact-99999", "artifact--1", "artifact-", "", "../run.json", "run.json", "/etc/passwd"], fileId =>
            Assert.Null(Store.OpenFileAsync(id, fileId, Cancellation).GetAwaiter().GetResult()));
    }

    private async Task<(RunId Id, RunFile File)> LargestFileAsync()
    {
        var all = new List<(RunId Id, RunFile File)>();
        foreach (var run in Runs)
        {
            all.AddRange((await Store.ListFilesAsync(run.Id, Cancellation)).Where(file => file.Available).Select(file => (run.Id, file)));
        }

        return all.MaxBy(file => file.File.Size);
    }

    /// <param name="stored">{name, file: {size, md5} or {missing} or {size, damaged} or md5}, or [path, md5] of a resource without
    /// content.</param>
    private async Task<IEnumerable<string>> FileDifferencesAsync(RunId run, JsonElement stored, RunFile file)
    {
        if (stored.ValueKind == JsonValueKind.Array)
        {
            return [.. Same("name", stored[0].GetString(), file.Name), .. Same("md5", stored[1].GetString(), file.Md5)];
        }

        var found = stored.GetProperty("name") is { ValueKind: JsonValueKind.String } name
            ? Same("name", name.GetString(), file.Name).ToList()
            : [];
        if (!stored.TryGetProperty("file", out var content) || content.ValueKind is JsonValueKind.Null or JsonValueKind.String)
        {
            // Only an md5 says which content it was; where it is found, it must be that.
            return file.Available && content.ValueKind == JsonValueKind.String
                ? [.. found, .. Same("md5", content.GetString(), (await ContentAsync(run, file)).Md5)]
                : found;
        }

        if (content.TryGetProperty("missing", out _) || content.TryGetProperty("damaged", out _))
        {
            return [.. found, .. await UnreadableDifferencesAsync(run, file)];
        }

        found.AddRange(Same("available", true, file.Available));
        found.AddRange(Same("size", content.GetProperty("size").GetInt64(), file.Size));
        var (size, md5) = await ContentAsync(run, file);
        return [
            .. found,
            .. Same("read size", content.GetProperty("size").GetInt64(), size),
            .. Same("read md5", content.GetProperty("md5").GetString(), md5)];
    }

    // Known when it is listed, or else said when it is read; never half of a file as if it were all.
    private async Task<IEnumerable<string>> UnreadableDifferencesAsync(RunId run, RunFile file)
    {
        if (!file.Available)
        {
            return
            [
                .. Same("problem", true, file.Problem is { Length: > 0 }),
                .. Same("content", true, await Store.OpenFileAsync(run, file.Id, Cancellation) is null),
            ];
        }

        var exception = await Assert.ThrowsAsync<RunStoreException>(() => ContentAsync(run, file));
        return Same("problem", RunStoreProblem.Unreadable, exception.Problem);
    }

    private async Task<(long Size, string Md5)> ContentAsync(RunId run, RunFile file)
    {
        await using var content = await Store.OpenFileAsync(run, file.Id, Cancellation);
        if (content is null)
        {
            return (-1, "not there");
        }

        var bytes = await ReadAsync(content.Content);
        return (bytes.Length, Convert.ToHexStringLower(MD5.HashData(bytes)));
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, Cancellation);
        return memory.ToArray();
    }
}
