using FsCheck.Xunit;
using Sacredboard.Data.Fields;

namespace Sacredboard.Tests.Data.Fields;

public sealed class RunFieldTests
{
    [Theory]
    [InlineData("status", FieldRoot.Own, "status")]
    [InlineData("lr", FieldRoot.Config, "lr")]
    [InlineData("config.status", FieldRoot.Config, "status")]
    [InlineData("\"status\"", FieldRoot.Config, "status")]
    [InlineData("config", FieldRoot.Config, "config")]
    [InlineData("result", FieldRoot.Own, "result")]
    [InlineData("result.accuracy", FieldRoot.Result, "accuracy")]
    [InlineData("info.best.loss", FieldRoot.Info, "best|loss")]
    [InlineData("model.layers[0]", FieldRoot.Config, "model|layers|0")]
    [InlineData("a[1][2].b", FieldRoot.Config, "a|1|2|b")]
    [InlineData("optimizer.\"weird. \\\"key\\\\\"", FieldRoot.Config, "optimizer|weird. \"key\\")]
    [InlineData("meta.options.\"--debug\"", FieldRoot.Meta, "options|--debug")]
    [InlineData("\"\"", FieldRoot.Config, "")]
    public void A_field_is_read_as_it_is_written(string text, FieldRoot root, string path)
    {
        Assert.True(RunField.TryParse(text, out var field, out _));
        Assert.Equal(root, field!.Root);
        Assert.Equal(path.Split('|'), field.Path);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a.", 2)]
    [InlineData(".a", 0)]
    [InlineData("a..b", 2)]
    [InlineData("a[x]", 1)]
    [InlineData("a[-1]", 1)]
    [InlineData("a[0", 1)]
    [InlineData("\"open", 5)]
    [InlineData("\"a\"b", 3)]
    public void A_fault_has_its_position(string text, int position)
    {
        Assert.False(RunField.TryParse(text, out _, out var at));
        Assert.Equal(position, at);
    }

    [Property(MaxTest = 500)]
    public void What_is_printed_is_read_back(FieldRoot root, string?[] keys)
    {
        // Its own names are not any text; every other root takes any keys, one at least.
        root = root is FieldRoot.Own or FieldRoot.Metric ? FieldRoot.Config : root;
        var field = new RunField { Root = root, Path = [.. keys.Select(key => key ?? "").DefaultIfEmpty("status")] };
        Assert.True(RunField.TryParse(field.ToString(), out var again, out var position), $"{field} at {position}");
        Assert.Equal(field, again);
    }

    [Theory]
    [InlineData("config", "status")]
    [InlineData("info")]
    [InlineData("result", "a")]
    [InlineData("0", "1")]
    [InlineData("[0]")]
    [InlineData("a b", "c\"d", "e\\f")]
    [InlineData("json://{\"py/tuple\": [1, 2]}")]
    [InlineData("\n", "\0", "\ud800")]
    [InlineData("-lr", "a,b")]
    public void Odd_keys_are_printed_so_that_they_are_read_back(params string[] keys)
    {
        var field = RunField.Config(keys);
        Assert.True(RunField.TryParse(field.ToString(), out var again, out _));
        Assert.Equal(field, again);
    }
}
