using Sacredboard.Tests.Architecture.Probes.Left;

namespace Sacredboard.Tests.Architecture;

/// <summary>Whatever way one type uses another, the tests of the layers see it.</summary>
public sealed class FolderUsesTests
{
    private static readonly Lazy<IReadOnlyList<FolderUse>> Uses =
        new(() => FolderUses.Of(typeof(FolderUsesTests).Assembly, "Sacredboard.Tests.Architecture.Probes"));

    [Theory]
    [InlineData(nameof(InBase))]
    [InlineData(nameof(InField))]
    [InlineData(nameof(InSignature))]
    [InlineData(nameof(InConstraint<>))]
    [InlineData(nameof(InAttribute))]
    [InlineData(nameof(InAttributeOfParameter))]
    [InlineData(nameof(InStaticCall))]
    [InlineData(nameof(InLambda))]
    [InlineData(nameof(InLocalFunction))]
    [InlineData(nameof(InAsyncMethod))]
    [InlineData(nameof(InIterator))]
    [InlineData(nameof(InGenericArgument))]
    [InlineData(nameof(InGenericCall))]
    [InlineData(nameof(InTypeTest))]
    [InlineData(nameof(InExtensionCall))]
    [InlineData(nameof(InLambdaOfAsyncMethod))]
    public void Sees_a_use(string type) => Assert.Contains(Uses.Value, use => use.From == "Left" && use.Type.Split('`')[0] == type && use.To == "Right");

    [Fact]
    public void Finds_folders_that_use_each_other_over_a_third()
    {
        FolderUse[] uses = [Use("a", "b"), Use("b", "c"), Use("c", "a"), Use("c", "d"), Use("e", "a")];

        Assert.Equal(["a", "b", "c"], Assert.Single(FolderUses.Cycles(uses)));
        Assert.Empty(FolderUses.Cycles(uses.Where(use => use.From != "c")));
    }

    private static FolderUse Use(string from, string to) => new(from, "X", to, "Y");
}
