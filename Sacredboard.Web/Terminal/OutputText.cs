using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Terminal;

/// <summary>Sends output of any length part by part, as it was stored, control characters included.</summary>
public static class OutputText
{
    /// <summary>So much is in memory at a time, in UTF-16 units.</summary>
    public const int PartLength = 4 * 1024 * 1024;

    /// <summary>Writes a part that was read, and what follows it.</summary>
    /// <param name="runs">Where the rest is read.</param>
    /// <param name="id">The run.</param>
    /// <param name="part">The beginning, as read.</param>
    /// <param name="max">Maximum number of UTF-16 units in all; null for all that there is at the time of the first part.</param>
    /// <param name="body">What is written to.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        RunReader runs, RunId id, RunOutput part, long? max, Stream body, CancellationToken cancellationToken)
    {
        var end = max is null ? part.Length : Math.Min(part.Length, part.From + max.Value);
        await using var writer = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true);
        for (var next = part; next is { Text.Length: > 0 };)
        {
            await writer.WriteAsync(next.Text.AsMemory(), cancellationToken);
            var from = next.From + next.Text.Length;
            next = from < end
                ? await runs.ReadOutputAsync(id, OutputRange.Since(from, (int)Math.Min(PartLength, end - from)), cancellationToken)
                : null;
        }
    }
}
