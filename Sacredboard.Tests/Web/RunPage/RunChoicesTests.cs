using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>What is remembered for the runs of an experiment.</summary>
public sealed class RunChoicesTests(SamplesBoard samples)
{
    [Fact]
    public async Task A_base_run_that_is_to_be_remembered_stays_and_the_address_does_not_carry_it()
    {
        await samples.Board.LoadedAsync();
        // Each has its own cookies.
        using var mine = new RunPageClient(samples.Board, "samples");
        using var other = new RunPageClient(samples.Board, "samples");

        using var kept = await mine.SendAsync("4/config?baseline=7&keep=baseline");
        Assert.Equal((HttpStatusCode.Redirect, "/samples/runs/4/config"), (kept.StatusCode, kept.Headers.Location!.OriginalString));
        Assert.Contains("; path=/samples/runs; samesite=lax; httponly", Assert.Single(kept.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);

        Assert.Equal("/samples/runs/7/config", await BaselineAsync(mine, "4"));
        // Of run 7 itself it is none.
        Assert.Equal("/samples/runs/6/config", await BaselineAsync(mine, "7"));
        Assert.Equal("/samples/runs/3/config", await BaselineAsync(other, "4"));

        using var forgotten = await mine.SendAsync("4/config?baseline=&keep=baseline");
        Assert.Equal("/samples/runs/3/config", await BaselineAsync(mine, "4"));
    }

    [Fact]
    public void Many_or_odd_choices_do_not_fill_the_cookie()
    {
        var context = new DefaultHttpContext();
        var urls = new SourceUrls("", samples.Board.Services.GetRequiredService<SourceRegistry>().First);
        for (var i = 0; i < 100; i++)
        {
            new RunChoices($"min(\"loss {i} &=;ä\")", "epochs").Keep(context, urls, $"experiment {i}");
            var set = context.Response.Headers.SetCookie.ToString();
            Assert.InRange(set.Length, 1, 4000);
            context = new();
            context.Request.Headers.Cookie = set[..set.IndexOf(';', StringComparison.Ordinal)];
        }

        Assert.Equal(new("min(\"loss 99 &=;ä\")", "epochs"), RunChoices.Read(context.Request, "experiment 99"));
        Assert.Equal(RunChoices.None, RunChoices.Read(context.Request, "experiment 0"));
    }

    private static async Task<string?> BaselineAsync(RunPageClient pages, string run) =>
        (await pages.ReadAsync(run + "/config")).QuerySelector("[data-baseline-run] a")?.GetAttribute("href");
}
