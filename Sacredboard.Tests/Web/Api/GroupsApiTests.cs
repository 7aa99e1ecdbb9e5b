using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Api;

public sealed class GroupsApiTests(SamplesBoard board) : IAsyncLifetime
{
    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Runs_with_the_same_settings_are_counted_and_summed_up()
    {
        var answer = await _api.GetAsync(
            "api/v1/samples/groups?group=experiment,config&columns=result,seed&take=1&runs=5&sort=-count,optimizer.lr");

        Assert.Equal(42, answer.GetProperty("matched").GetInt32());
        Assert.Equal(34, answer.GetProperty("groupCount").GetInt32());
        var group = Assert.Single(answer.GetProperty("groups").EnumerateArray());
        Assert.Equal(2, group.GetProperty("count").GetInt32());
        Assert.Equal(2, group.GetProperty("runs").GetArrayLength());
        Assert.Equal(group.GetProperty("newest").GetString(), group.GetProperty("runs")[0].GetString());
        Assert.Equal("COMPLETED", group.GetProperty("statuses")[0].GetProperty("status").GetString());
        var keys = group.GetProperty("keys");
        Assert.Equal("digits_mlp", keys.GetProperty("experiment").GetString());
        Assert.Equal(0.01, keys.GetProperty("config").GetProperty("optimizer").GetProperty("lr").GetDouble());
        Assert.False(keys.GetProperty("config").TryGetProperty("seed", out _));
        var seeds = group.GetProperty("values").GetProperty("seed");
        Assert.Equal(2.5, seeds.GetProperty("mean").GetDouble());
        Assert.Equal(Math.Sqrt(0.5), seeds.GetProperty("std").GetDouble(), 12);
        Assert.Equal(2, seeds.GetProperty("min").GetDouble());
        Assert.Equal(3, seeds.GetProperty("max").GetDouble());
    }

    [Fact]
    public async Task The_keys_left_out_as_seeds_can_be_chosen()
    {
        var byName = await _api.GetAsync("api/v1/samples/groups");
        var none = await _api.GetAsync("api/v1/samples/groups?seeds=none");
        var all = await _api.GetAsync("api/v1/samples/groups?seeds=*");

        Assert.True(none.GetProperty("groupCount").GetInt32() > byName.GetProperty("groupCount").GetInt32());
        Assert.Equal(1, all.GetProperty("groupCount").GetInt32());
    }

    [Fact]
    public async Task Values_that_are_not_numbers_are_counted_separately()
    {
        var answer = await _api.GetAsync("api/v1/samples/groups?group=status&q=status%20=%20QUEUED&columns=result,experiment");

        var values = answer.GetProperty("groups")[0].GetProperty("values");
        Assert.Equal(JsonValueKind.Null, values.GetProperty("result").GetProperty("mean").ValueKind);
        Assert.Equal(1, values.GetProperty("result").GetProperty("missing").GetInt32());
        Assert.Equal(1, values.GetProperty("experiment").GetProperty("others").GetInt32());
    }

    [Theory]
    [InlineData("group=a..b", "group")]
    [InlineData("group=a,b,c,d,e,f,g,h,i", "group")]
    [InlineData("seeds=[", "seeds")]
    [InlineData("columns=[", "columns")]
    [InlineData("sort=mean:", "sort")]
    [InlineData("q=lr%20%3C", "q")]
    [InlineData("take=1001", "take")]
    [InlineData("skip=-1", "skip")]
    [InlineData("runs=-1", "runs")]
    public async Task Invalid_parameters_are_reported(string query, string parameter)
    {
        var problem = await _api.AssertProblemAsync($"api/v1/samples/groups?{query}", HttpStatusCode.BadRequest);

        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("group=", "config")]
    [InlineData("group=status&group=experiment", "status experiment")]
    [InlineData("group=optimizer.lr,lr,status", "optimizer.lr status")]
    public async Task Keys_have_the_requested_names(string query, string names)
    {
        var keys = (await _api.GetAsync($"api/v1/samples/groups?{query}")).GetProperty("groups")[0].GetProperty("keys");

        Assert.Equal(names, string.Join(' ', ApiClient.Names(keys)));
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again()
    {
        using var first = await _api.SendAsync("api/v1/samples/groups?group=status");
        using var second = await _api.SendAsync("api/v1/samples/groups?group=status", first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
