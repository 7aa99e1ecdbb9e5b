using Sacredboard.Data.Metrics.Aggregation;

namespace Sacredboard.Tests.Data.Metrics.Aggregation;

public sealed class StudentTTests
{
    // Printed tables; the last one by numerical integration.
    [Theory]
    [InlineData(1, 12.7062047361747)]
    [InlineData(2, 4.30265272974946)]
    [InlineData(3, 3.18244630528371)]
    [InlineData(10, 2.22813885198627)]
    [InlineData(30, 2.04227245630124)]
    [InlineData(100, 1.98397151852355)]
    [InlineData(1000, 1.96233908082482)]
    public void Is_that_of_the_tables(int degrees, double expected) => Assert.Equal(expected, StudentT.Of(degrees), 1e-11 * expected);

    [Fact]
    public void Is_that_of_the_normal_distribution_for_many() => Assert.Equal(1.95996398, StudentT.Of(int.MaxValue), 1e-5);
}
