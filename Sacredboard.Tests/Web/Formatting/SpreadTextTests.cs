using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class SpreadTextTests
{
    [Theory]
    [InlineData(0.956944, 0.00196, "0.9569", "0.0020")]
    [InlineData(159.211, 323.314, "159", "323")]
    [InlineData(7.99184, 48.65, "8", "49")]
    [InlineData(5, 2.13808, "5.0", "2.1")]
    [InlineData(0.5, 0.0996, "0.50", "0.10")]
    [InlineData(-0.001, 0.5, "0.00", "0.50")]
    [InlineData(1e-20, 1e-21, "1e-20", "1e-21")]
    [InlineData(1e200, 1e199, "1e200", "1e199")]
    [InlineData(3, 0, "3", "0")]
    public void A_mean_is_no_more_exact_than_its_spread(double mean, double std, string expected, string spread) =>
        Assert.Equal((expected, spread), SpreadText.Of(mean, std));
}
