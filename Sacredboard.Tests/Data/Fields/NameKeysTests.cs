using Sacredboard.Data.Fields;

namespace Sacredboard.Tests.Data.Fields;

public sealed class NameKeysTests
{
    [Theory]
    [InlineData("seed")]
    [InlineData("data.split_seed")]
    [InlineData("randomSeed")]
    [InlineData("config.id")]
    [InlineData("info.slurm.job_id")]
    [InlineData("runId")]
    [InlineData("JOB_ID")]
    [InlineData("host.pid")]
    public void Seeds_and_ids_are_names(string field) => Assert.True(NameKeys.Cover(Field(field)));

    [Theory]
    [InlineData("lr")]
    [InlineData("grid")]
    [InlineData("valid")]
    [InlineData("GRID")]
    [InlineData("id.count")]
    [InlineData("result")]
    [InlineData("last(id)")]
    [InlineData("\"\"")]
    public void Other_numbers_are_not(string field) => Assert.False(NameKeys.Cover(Field(field)));

    private static RunField Field(string text) =>
        RunField.TryParse(text, out var field, out _) ? field! : throw new ArgumentException(text);
}
