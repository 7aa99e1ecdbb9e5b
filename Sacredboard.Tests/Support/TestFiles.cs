namespace Sacredboard.Tests.Support;

/// <summary>The files of TestData/, which the build copies beside the tests.</summary>
public static class TestFiles
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([AppContext.BaseDirectory, "TestData", .. parts]);
}
