using Sacredboard.Tests.Architecture.Probes.Right;

namespace Sacredboard.Tests.Architecture.Probes.Left;

internal sealed class InBase : IUsed;

internal sealed class InField
{
    private readonly IUsed? _used = null;

    public bool IsNull => _used is null;
}

internal static class InSignature
{
    public static bool Test(Func<int, Used[]>? used) => used is null;
}

internal static class InConstraint<T>
    where T : IUsed
{
    public static Type Type => typeof(T);
}

[Used]
internal sealed class InAttribute;

internal static class InAttributeOfParameter
{
    public static int Same([Used] int number) => number;
}

internal static class InStaticCall
{
    public static int Number() => Used.Number();
}

internal static class InLambda
{
    public static Func<int> Number() => () => Used.Number();
}

internal static class InLocalFunction
{
    public static int Number()
    {
        return Inner();

        static int Inner() => Used.Number();
    }
}

internal static class InAsyncMethod
{
    public static async Task<int> NumberAsync()
    {
        await Task.Yield();
        return Used.Number();
    }
}

internal static class InIterator
{
    public static IEnumerable<int> Numbers()
    {
        yield return Used.Number();
    }
}

internal static class InGenericArgument
{
    public static object Make() => new Dictionary<int, Used>();
}

internal static class InGenericCall
{
    public static object Make() => Array.Empty<Used>();
}

internal static class InTypeTest
{
    public static bool Test(object value) => value is Used;
}

internal static class InExtensionCall
{
    public static int Four() => 2.Twice();
}

internal static class InLambdaOfAsyncMethod
{
    public static async Task<Func<int>> NumberAsync()
    {
        await Task.Yield();
        return () => Used.Number();
    }
}
