using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Terminal;

/// <summary>The places of a run's output that have a text, whatever its case.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Hit">Which of them was asked for, from 1; 0 when there is none.</param>
/// <param name="Position">Where that is, in UTF-16 units from the start of the output.</param>
public sealed record OutputHits(int Count, int Hit, long Position)
{
    // As much as MongoDB can store at once, so that of there it is read once.
    private const int Chunk = 16 * 1024 * 1024;

    /// <summary>Searches all of the output, which is read part by part. Null when there is no such run.</summary>
    /// <param name="find">Not empty.</param>
    /// <param name="hit">Which place is asked for, from 1; of fewer places the last.</param>
    public static Task<OutputHits?> FindAsync(RunReader runs, RunId id, string find, int hit, CancellationToken cancellationToken) =>
        FindAsync(runs, id, find, hit, Chunk, cancellationToken);

    /// <param name="chunk">How much is read at once.</param>
    internal static async Task<OutputHits?> FindAsync(
        RunReader runs, RunId id, string find, int hit, int chunk, CancellationToken cancellationToken)
    {
        var (count, position, next) = (0, 0L, 0L);
        while (true)
        {
            if (await runs.ReadOutputAsync(id, OutputRange.Since(next, chunk), cancellationToken) is not { } part)
            {
                return null;
            }

            var end = part.From + part.Text.Length;
            for (var at = Next(part.Text, find, 0); at >= 0; at = Next(part.Text, find, at + find.Length))
            {
                position = ++count <= hit ? part.From + at : position;
                // What is read next must not find it once more.
                next = part.From + at + find.Length;
            }

            if (end >= part.Length || part.Text.Length == 0)
            {
                return new(count, Math.Min(hit, count), position);
            }

            // A place may lie across the end of the part.
            next = Math.Max(next, end - find.Length + 1);
        }
    }

    private static int Next(string text, string find, int from) => text.IndexOf(find, from, StringComparison.OrdinalIgnoreCase);
}
