using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Sources;

namespace Sacredboard.Tests.Web.Sources;

/// <summary>Sources come and go without a restart.</summary>
public sealed class SourceUpdaterTests : IDisposable
{
    private readonly SettingsFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_source_that_is_added_to_the_file_appears_and_the_others_stay()
    {
        var (one, two) = (_folder.AddRuns("one", "1"), _folder.AddRuns("two", "2"));
        _folder.Write(one);
        await using var board = Board.OnFile(_folder.File);
        var registry = board.Services.GetRequiredService<SourceRegistry>();
        await registry.Ready.WaitAsync(Cancellation);
        var before = registry.First;

        _folder.Write(one, two);
        await UntilAsync(() => registry.All.Count == 2);

        Assert.Same(before, registry.First);
        Assert.Equal(["one", "two"], registry.All.Select(source => source.Name));
        Assert.Equal("all", registry.Joined?.Name);

        _folder.Write(two);
        await UntilAsync(() => registry.All.Count == 1);

        Assert.Null(registry.Joined);
        Assert.Null(registry.Find("one"));
    }

    [Theory]
    [InlineData("{ \"Sacredboard\": { \"Sources\": [ { \"Url\": \"mongodb://me:hunter2@db/x\" ", "line")]
    [InlineData("{ \"Sacredboard\": { \"Sources\": [ { \"Url\": \"mysql5://me:hunter2@db/x\" } ] } }", "Sacredboard:Sources:0:Url")]
    [InlineData("{ \"Sacredboard\": { \"Source\": [] } }", "Sacredboard:Source")]
    public async Task A_wrong_edit_is_shown_without_its_passwords_and_the_sources_stay(string wrong, string expected)
    {
        _folder.Write(_folder.AddRuns("one", "1"));
        await using var board = Board.OnFile(_folder.File);
        var registry = board.Services.GetRequiredService<SourceRegistry>();
        await registry.Ready.WaitAsync(Cancellation);
        var before = registry.First;

        _folder.WriteText(wrong);
        await UntilAsync(() => registry.Problems.Count > 0);

        using var client = new HttpClient { BaseAddress = board.Address };
        var page = await client.GetStringAsync("one/runs", Cancellation);
        Assert.Same(before, registry.First);
        Assert.Contains(expected, registry.Problems[0]);
        Assert.Contains("data-settings-banner", page);
        Assert.DoesNotContain("hunter2", page);

        _folder.Write(_folder.AddRuns("two", "2"));
        await UntilAsync(() => registry.First.Name == "two");

        Assert.Empty(registry.Problems);
    }

    [Fact]
    public async Task A_setting_that_waits_for_a_restart_is_named()
    {
        var runs = _folder.AddRuns("one", "1").Replace('\\', '/');
        _folder.Write(runs);
        await using var board = Board.OnFile(_folder.File);
        var settings = board.Services.GetRequiredService<SettingsFile>();
        await board.Services.GetRequiredService<SourceRegistry>().Ready.WaitAsync(Cancellation);
        Assert.Empty(settings.Waiting);

        _folder.WriteText($$"""{ "Sacredboard": { "DeadAfterSeconds": 77, "Sources": [ { "Name": "two", "Directory": "{{runs}}" } ] } }""");
        await UntilAsync(() => settings.Waiting.Count > 0);

        Assert.Equal(["DeadAfterSeconds"], settings.Waiting);
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
    }
}
