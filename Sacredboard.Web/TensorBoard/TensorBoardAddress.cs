using System.Security.Cryptography;
using System.Text;

namespace Sacredboard.Web.TensorBoard;

/// <summary>The path of a TensorBoard below the dashboard's own path: of one run, or of several selected runs.</summary>
/// <param name="Path">Without the sub-url and without a trailing slash.</param>
public readonly record struct TensorBoardAddress(string Path)
{
    /// <param name="source">The source's name.</param>
    /// <param name="run">The run's segment in URLs.</param>
    public static TensorBoardAddress OfRun(string source, string run) => new($"/{source}/runs/{run}/tensorboard");

    /// <param name="source">The source's name.</param>
    /// <param name="key">The key from <see cref="KeyOf"/>.</param>
    public static TensorBoardAddress OfSelection(string source, string key) => new($"/{source}/tensorboard/{key}");

    /// <summary>A short key for a set of runs, independent of their order.</summary>
    public static string KeyOf(IEnumerable<string> runs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\n',
            runs.Distinct().Order(StringComparer.Ordinal)))))[..16];
}
