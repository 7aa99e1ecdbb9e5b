using Sacredboard.Data.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Terminal;

/// <summary>The outputs that were looked at lately. Safe for concurrent use.</summary>
public sealed class OutputCache(TimeProvider time)
{
    private const int MaxOutputs = 50;

    /// <summary>The text of so many outputs is kept in memory, in UTF-16 units of two bytes.</summary>
    private const long MaxKept = 24L << 20;

    private const int Overlap = 1024;

    // Where an observer stores only what was printed last, all of it may change without becoming shorter.
    private const int WholeOverlap = 4 << 20;

    private readonly Dictionary<(Source Source, RunId Id), (OutputLines Lines, DateTimeOffset Used)> _outputs = [];
    private readonly Lock _lock = new();

    /// <summary>The output of a run; whether there is such a run shows when it is read.</summary>
    public OutputLines Of(Source source, RunId id)
    {
        lock (_lock)
        {
            var lines = _outputs.TryGetValue((source, id), out var known)
                ? known.Lines
                : new(source.Runs, id, source.Info.OutputNote is null ? Overlap : WholeOverlap);
            _outputs[(source, id)] = (lines, time.GetUtcNow());
            Drop();
            return lines;
        }
    }

    /// <summary>Forgets what nobody asked for in a time. Returns how many bytes that frees.</summary>
    public long Trim(TimeSpan unused)
    {
        lock (_lock)
        {
            var freed = 0L;
            foreach (var (key, (lines, _)) in _outputs.Where(output => time.GetUtcNow() - output.Value.Used >= unused).ToList())
            {
                freed += lines.Kept * sizeof(char);
                _outputs.Remove(key);
            }

            return freed;
        }
    }

    private void Drop()
    {
        while (_outputs.Count > 1 && (_outputs.Count > MaxOutputs || _outputs.Values.Sum(output => output.Lines.Kept) > MaxKept))
        {
            _outputs.Remove(_outputs.MinBy(output => output.Value.Used).Key);
        }
    }
}
