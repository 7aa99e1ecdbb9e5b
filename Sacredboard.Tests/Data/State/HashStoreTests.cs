using Sacredboard.Data.State;
using Sacredboard.Tests.Browser.Support;

namespace Sacredboard.Tests.Data.State;

public sealed class HashStoreTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hashes_stay_over_a_restart_and_belong_to_their_source()
    {
        await Store().AddAsync("lab", "1/artifact-0/5/9", "old", Cancellation);
        await Store().AddAsync("lab", "1/artifact-0/5/9", "new", Cancellation);
        await Store().AddAsync("LAB", "2/artifact-0/5/9", "other", Cancellation);
        await Store().AddAsync("office", "1/artifact-0/5/9", "elsewhere", Cancellation);

        Assert.Equal(
            ["1/artifact-0/5/9 new", "2/artifact-0/5/9 other"],
            (await Store().ReadAsync("lab", Cancellation)).Select(hash => $"{hash.Key} {hash.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reading_makes_no_file()
    {
        Assert.Empty(await Store().ReadAsync("lab", Cancellation));

        Assert.Empty(Directory.GetFiles(_directory.Path));
    }

    public void Dispose() => _directory.Dispose();

    private HashStore Store() => new(new StateFile(_directory.Path));
}
