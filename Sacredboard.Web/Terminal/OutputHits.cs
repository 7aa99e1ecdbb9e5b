using System.Buffers;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Terminal;

/// <summary>The places of a run's output that have a text, whatever its case.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Hit">Which of them was asked for, from 1; 0 when there is none.</param>
/// <param name="Position">Where that is, in UTF-16 units from the start of the output.</param>
public sealed record OutputHits(int Count, int Hit, long Position)
{
    /// <summary>Searches output that is in memory.</summary>
    /// <param name="find">Not empty.</param>
    /// <param name="hit">Which place is asked for, from 1; of fewer places the last.</param>
    public static OutputHits Find(string text, string find, int hit)
    {
        var search = new Search(find, hit);
        search.Add(text, 0);
        return search.Hits;
    }

    /// <summary>Searches output that is read part by part. Null when there is no such run.</summary>
    /// <param name="part">How much is read at once, in UTF-16 units.</param>
    internal static async Task<OutputHits?> FindAsync(
        RunReader runs, RunId id, string find, int hit, int part, CancellationToken cancellationToken)
    {
        var search = new Search(find, hit);
        while (true)
        {
            if (await runs.ReadOutputAsync(id, OutputRange.Since(search.Next, part), cancellationToken) is not { } output)
            {
                return null;
            }

            search.Add(output.Text, output.From);
            if (output.From + output.Text.Length >= output.Length || output.Text.Length == 0)
            {
                return search.Hits;
            }
        }
    }

    private sealed class Search(string find, int hit)
    {
        private readonly SearchValues<string> _values = SearchValues.Create([find], StringComparison.OrdinalIgnoreCase);
        private int _count;
        private long _position;

        /// <summary>Where the next part has to begin: a place may lie across the end of this one.</summary>
        public long Next { get; private set; }

        public OutputHits Hits => new(_count, Math.Min(hit, _count), _position);

        public void Add(string text, long from)
        {
            for (int at, read = 0; (at = text.AsSpan(read).IndexOfAny(_values)) >= 0; read += at + find.Length)
            {
                _position = ++_count <= hit ? from + read + at : _position;
                // What is read next must not find it once more.
                Next = from + read + at + find.Length;
            }

            Next = Math.Max(Next, from + text.Length - find.Length + 1);
        }
    }
}
