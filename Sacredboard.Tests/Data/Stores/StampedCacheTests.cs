using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

public sealed class StampedCacheTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StampedCache<string, string> _cache;
    private int _reads;

    public StampedCacheTests() => _cache = new(20, text => text.Length, _time);

    [Fact]
    public async Task The_same_stamp_is_read_once()
    {
        Assert.Equal("a1", await ReadAsync("a", 1));
        Assert.Equal("a1", await ReadAsync("a", 1));
    }

    [Fact]
    public async Task Another_stamp_is_read_anew_and_gets_what_was_read_before()
    {
        await ReadAsync("a", 1);
        var before = "";
        await _cache.GetAsync("a", 2, (old, _) => Task.FromResult(before = old ?? "none"), TestContext.Current.CancellationToken);
        Assert.Equal("a1", before);
    }

    [Fact]
    public async Task What_has_no_stamp_is_kept_for_two_seconds()
    {
        Assert.Equal("a1", await ReadAsync("a", null));
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal("a1", await ReadAsync("a", null));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("a2", await ReadAsync("a", null));
    }

    [Fact]
    public async Task Nothing_is_kept_for_longer_than_half_a_minute()
    {
        await ReadAsync("a", 1);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("a2", await ReadAsync("a", 1));
    }

    [Fact]
    public async Task What_was_not_asked_for_longest_makes_room()
    {
        await ReadAsync("a-ten-byte", 1);
        await ReadAsync("b", 1);
        Assert.Equal("a-ten-byte1", await ReadAsync("a-ten-byte", 1));
        await ReadAsync("c-nine-by", 1);
        Assert.Equal("a-ten-byte4", await ReadAsync("a-ten-byte", 1));
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_reading()
    {
        var reading = new TaskCompletionSource<string>();
        var cancelled = new CancellationTokenSource();
        var first = _cache.GetAsync("a", 1, (_, _) => reading.Task, cancelled.Token);
        var second = ReadAsync("a", 1);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        reading.SetResult("once");
        Assert.Equal("once", await second);
        Assert.Equal(0, _reads);
    }

    [Fact]
    public async Task A_failed_reading_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(
            () => _cache.GetAsync("a", 1, (_, _) => Task.FromException<string>(new IOException()), TestContext.Current.CancellationToken));
        Assert.Equal("a1", await ReadAsync("a", 1));
    }

    [Fact]
    public async Task A_reading_ends_when_nobody_waits_for_it_any_longer()
    {
        var ended = new TaskCompletionSource();
        var cancelled = new CancellationTokenSource();
        var reading = _cache.GetAsync("a", 1, ReadUntilCancelledAsync, cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("a1", await ReadAsync("a", 1));

        async Task<string> ReadUntilCancelledAsync(string? old, CancellationToken cancellationToken)
        {
            await using var end = cancellationToken.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return "never";
        }
    }

    [Fact]
    public async Task What_was_read_otherwise_is_not_read_again()
    {
        _cache.Put("a", 1, "put");
        Assert.Equal("put", await ReadAsync("a", 1));
        Assert.Equal("a1", await ReadAsync("a", 2));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_forgotten()
    {
        await ReadAsync("old", 1);
        _time.Advance(TimeSpan.FromSeconds(20));
        await ReadAsync("new", 1);
        Assert.Equal(4, _cache.Trim(TimeSpan.FromSeconds(20)));
        Assert.Null(_cache.Peek("old"));
        Assert.Equal("new2", _cache.Peek("new"));
    }

    private Task<string> ReadAsync(string key, long? stamp) =>
        _cache.GetAsync(key, stamp, (_, _) => Task.FromResult(key + ++_reads), TestContext.Current.CancellationToken);
}
