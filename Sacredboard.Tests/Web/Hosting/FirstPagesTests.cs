using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class FirstPagesTests
{
    [Fact]
    public async Task An_output_and_a_chart_are_found()
    {
        await using var board = Board.OnSamples();

        var found = await FindAsync(board);

        Assert.Contains(found, path => path.EndsWith("/output", StringComparison.Ordinal));
        Assert.Contains(found, path => path.Contains("/metrics/", StringComparison.Ordinal));
        using var client = new HttpClient();
        foreach (var path in found)
        {
            using var answer = await client.GetAsync(new Uri(board.Address, path), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Nothing_is_found_without_runs()
    {
        var empty = Directory.CreateTempSubdirectory("sacredboard-files-");
        await using (var board = Board.OnDirectory(empty.FullName))
        {
            Assert.Empty(await FindAsync(board));
        }

        empty.Delete(recursive: true);
    }

    private static async Task<List<string>> FindAsync(Board board)
    {
        await board.LoadedAsync();
        var found = new List<string>();
        await foreach (var path in board.Services.GetRequiredService<FirstPages>().FindAsync("/", TestContext.Current.CancellationToken))
        {
            found.Add(path);
        }

        return found;
    }
}
