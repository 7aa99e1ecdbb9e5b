namespace Sacredboard.Tests.Architecture.Probes.Right;

internal interface IUsed;

internal sealed class Used
{
    public static int Number() => 1;
}

[AttributeUsage(AttributeTargets.All)]
internal sealed class UsedAttribute : Attribute;

internal static class UsedExtensions
{
    public static int Twice(this int number) => 2 * number;
}
