namespace Sacredboard.Tests.Support;

/// <summary>
/// Tests that need more than .NET: skipped with a reason on a machine that lacks it, failed where <c>SACREDBOARD_REQUIRE</c>
/// (comma separated: <c>mongo,postgresql,mariadb,browser,…</c>) says that it must be there, so that a missing part cannot go unnoticed in CI.
/// </summary>
public static class Requirement
{
    public const string Browser = "browser";
    public const string MariaDb = "mariadb";
    public const string Mongo = "mongo";
    public const string PostgreSql = "postgresql";
    public const string Python = "python";
    public const string S3 = "s3";
    public const string TensorBoard = "tensorboard";

    public static void Missing(string kind, string reason)
    {
        if (IsRequired(kind, Environment.GetEnvironmentVariable("SACREDBOARD_REQUIRE")))
        {
            Assert.Fail($"SACREDBOARD_REQUIRE asks for {kind}: {reason}");
        }

        Assert.Skip(reason);
    }

    /// <summary>Fails a test that needs this kind without saying so in a trait: <c>[Trait("Kind", "Mongo")]</c>.</summary>
    public static void AssertTrait(string kind)
    {
        var asking = TestContext.Current;
        var traits = asking.Test?.Traits
            ?? asking.TestCase?.Traits
            ?? asking.TestClass?.Traits
            ?? new Dictionary<string, IReadOnlyCollection<string>>();
        Assert.True(
            traits.GetValueOrDefault("Kind", []).Contains(kind, StringComparer.OrdinalIgnoreCase),
            $"{asking.Test?.TestDisplayName ?? asking.TestClass?.TestClassName} needs {kind} and has no trait Kind={kind}, by which "
                + $"such tests are chosen.");
    }

    internal static bool IsRequired(string kind, string? required) =>
        required?.Split(',', StringSplitOptions.TrimEntries).Contains(kind, StringComparer.OrdinalIgnoreCase) ?? false;
}
