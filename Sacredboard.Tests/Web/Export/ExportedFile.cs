using System.Globalization;
using System.Net;
using System.Text.Json;
using CsvHelper;

namespace Sacredboard.Tests.Web.Export;

/// <summary>An export of the menu, read by independent CSV and JSON readers.</summary>
internal static class ExportedFile
{
    public static async Task<List<string[]>> CsvAsync(Uri board, string path)
    {
        using var answer = await GetAsync(board, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var csv = new CsvParser(new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.Record!);
        }

        return rows;
    }

    public static async Task<IReadOnlyList<JsonElement>> JsonAsync(Uri board, string path)
    {
        using var answer = await GetAsync(board, path);
        return [.. JsonDocument.Parse(
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).RootElement.EnumerateArray()];
    }

    public static async Task<HttpResponseMessage> GetAsync(Uri board, string path)
    {
        using var client = new HttpClient { BaseAddress = board };
        return await client.GetAsync(path, TestContext.Current.CancellationToken);
    }
}
