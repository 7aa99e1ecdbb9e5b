using System.Net;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

/// <summary>Output that is longer than what is read at a time.</summary>
public sealed class LongOutputTests(LongOutputTests.Storage storage) : IClassFixture<LongOutputTests.Storage>
{
    private const long Length = (64L << 20) + 1000;

    [Theory]
    [InlineData("", 0, Length)]
    [InlineData("?from=10", 10, Length - 10)]
    [InlineData("?tail=9000000", Length - 9_000_000, 9_000_000)]
    [InlineData("?tail=5", Length - 5, 5)]
    [InlineData("?from=7&max=9000000", 7, 9_000_000)]
    [InlineData("?max=0", 0, 0)]
    public async Task All_that_is_asked_for_is_sent(string query, long from, long length)
    {
        using var client = new HttpClient { BaseAddress = storage.Board.Address };
        using var answer = await client.GetAsync(
            $"api/v1/{Board.Source}/runs/1/output{query}", HttpCompletionOption.ResponseHeadersRead, ApiClient.Token);
        await using var content = await answer.Content.ReadAsStreamAsync(ApiClient.Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"{Length}", Assert.Single(answer.Headers.GetValues("X-Output-Length")));
        Assert.Equal($"{from}", Assert.Single(answer.Headers.GetValues("X-Output-From")));
        Assert.Equal(length, await LengthAsync(content));
    }

    private static async Task<long> LengthAsync(Stream content)
    {
        var (length, buffer) = (0L, new byte[1 << 16]);
        for (int read; (read = await content.ReadAsync(buffer, ApiClient.Token)) > 0;)
        {
            length += read;
        }

        return length;
    }

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.WriteOld("1", "run.json", """{"status": "COMPLETED"}""");
            using var output = File.Create(Folder.Of("1", "cout.txt"));
            // Nothing but NUL characters, which take no room on the disk.
            output.SetLength(Length);
        }
    }
}
