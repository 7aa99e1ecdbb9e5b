using Sacredboard.Data.Fields;

namespace Sacredboard.Tests.Data.Fields;

/// <summary>Which config keys are seeds.</summary>
public sealed class SeedKeysTests
{
    [Theory]
    [InlineData("seed", true)]
    [InlineData("SEED", true)]
    [InlineData("seeds", true)]
    [InlineData("split_seed", true)]
    [InlineData("data-seed", true)]
    [InlineData("randomSeed", true)]
    [InlineData("random_state", true)]
    [InlineData("cv_random_state", true)]
    [InlineData("seed_everything", true)]
    [InlineData("seeding", false)]
    [InlineData("seed_corn", false)]
    [InlineData("linseed", false)]
    [InlineData("random", false)]
    [InlineData("lr", false)]
    [InlineData("", false)]
    public void Seeds_are_recognised_by_their_names(string key, bool expected)
    {
        Assert.Equal(expected, SeedKeys.ByName.Cover([key]));
        Assert.Equal(expected, SeedKeys.ByName.Cover(["model", key, "x"]));
        Assert.Equal(expected, SeedKeys.ByName.CoverKey(key));
    }

    [Fact]
    public void Chosen_ones_count_instead()
    {
        Assert.True(SeedKeys.TryParse("fold,data.split,*_rng,status", out var seeds, out _));

        Assert.True(seeds.Cover(["fold"]));
        Assert.True(seeds.Cover(["cv", "fold"]));
        Assert.True(seeds.Cover(["data", "split", "x"]));
        Assert.True(seeds.Cover(["np_rng"]));
        Assert.True(seeds.Cover(["status"]));
        Assert.False(seeds.Cover(["x", "data", "split"]));
        Assert.False(seeds.Cover(["seed"]));
        Assert.True(seeds.CoverKey("fold"));
        Assert.False(seeds.CoverKey("split"));
    }

    [Fact]
    public void Chosen_ones_count_besides_those_found_by_name()
    {
        Assert.True(SeedKeys.TryParse("auto", out var seeds, out _));
        Assert.Same(SeedKeys.ByName, seeds);

        seeds = seeds.With(RunField.Config("fold")).With(RunField.Config("data", "split")).With(RunField.Config("fold"));

        Assert.Equal("auto,fold,data.split", seeds.ToString());
        Assert.True(seeds.Cover(["seed"]) && seeds.Cover(["fold"]) && seeds.Cover(["data", "split"]) && seeds.CoverKey("my_seed"));
        Assert.False(seeds.Cover(["lr"]) || seeds.Cover(["auto"]) || seeds.CoverKey("split"));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("none", "none")]
    [InlineData("config.none", "config.none")]
    [InlineData("seed,\"a,b\",data.split_seed", "seed,\"a,b\",data.split_seed")]
    [InlineData("auto,fold", "auto,fold")]
    [InlineData("fold, auto,lr", "auto,fold,lr")]
    [InlineData("config.auto,fold", "config.auto,fold")]
    public void What_is_read_is_written_again(string text, string? expected)
    {
        Assert.True(SeedKeys.TryParse(text, out var seeds, out _));

        Assert.Equal(expected, seeds.ToString());
        Assert.Equal(text.Length == 0, seeds == SeedKeys.ByName);
        Assert.Equal(text == "config.none", seeds.Cover(["none"]));
    }

    [Fact]
    public void A_fault_says_where() => Assert.False(SeedKeys.TryParse("seed,a..b", out _, out var position) || position != 7);
}
