using Sacredboard.Data.Comparing;

namespace Sacredboard.Tests.Data.Comparing;

public sealed class SampleTests
{
    // SciPy: stats.t.interval(0.95, 4, loc=3, scale=stats.sem([1, 2, 3, 4, 5])).
    [Fact]
    public void The_interval_of_a_mean()
    {
        var interval = new Sample([1.0, 2, 3, 4, 5]).MeanInterval!.Value;

        Assert.Equal(1.036756838522439, interval.Low, 1e-9);
        Assert.Equal(4.963243161477561, interval.High, 1e-9);
        Assert.Null(new Sample([1.0]).MeanInterval);
    }
}
