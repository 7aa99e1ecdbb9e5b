using Sacredboard.Tests.Architecture.Probes.Left;

namespace Sacredboard.Tests.Architecture;

/// <summary>Whatever way one type uses another, the tests of the layers see it.</summary>
public sealed class TypeUseTests
{
    private static readonly Lazy<IReadOnlyList<TypeUse>> Uses =
        new(() => TypeUse.Of(typeof(TypeUseTests).Assembly, "Sacredboard.Tests.Architecture.Probes"));

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
    public void Sees_a_use(string type) =>
        Assert.Contains(Uses.Value, use => use.Folder == "Left" && use.Type.Split('.', '`').Contains(type) && use.UsedFolder == "Right");

    [Fact]
    public void Finds_folders_that_use_each_other_over_a_third()
    {
        TypeUse[] uses = [Use("a", "b"), Use("b", "c"), Use("c", "a"), Use("c", "d"), Use("e", "a")];

        Assert.Equal("a, b, c: a.X uses b.X; b.X uses c.X; c.X uses a.X", Assert.Single(Cycles.Of(uses)));
        Assert.Empty(Cycles.Of([.. uses.Where(use => use.Folder != "c")]));
    }

    private static TypeUse Use(string folder, string usedFolder) => new(folder + ".X", folder, usedFolder + ".X", usedFolder);
}
