namespace Sacredboard.Tests.Support;

/// <summary>The TensorBoard of this machine: what <c>SACREDBOARD_TEST_TENSORBOARD</c> names, or <c>tensorboard</c> on the PATH.</summary>
internal static class RealTensorBoard
{
    /// <summary>Its path; without one the calling test is skipped, or failed where it is required.</summary>
    public static string PathOrSkip()
    {
        Requirement.AssertTrait(Requirement.TensorBoard);
        if (Environment.GetEnvironmentVariable("SACREDBOARD_TEST_TENSORBOARD") is { Length: > 0 } given)
        {
            return File.Exists(given)
                ? Path.GetFullPath(given)
                : throw new FileNotFoundException($"SACREDBOARD_TEST_TENSORBOARD names no file: {given}");
        }

        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, OperatingSystem.IsWindows() ? "tensorboard.exe" : "tensorboard"))
            .FirstOrDefault(File.Exists);
        if (found is null)
        {
            Requirement.Missing(
                Requirement.TensorBoard,
                "no TensorBoard to test with: set SACREDBOARD_TEST_TENSORBOARD (a path) or have tensorboard on the PATH");
        }

        return found!;
    }
}
