using System.Runtime.InteropServices;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>For each key the runs (at most 65,536) that have it.</summary>
internal sealed class Postings<T>
    where T : notnull
{
    private readonly int[] _starts;
    private readonly ushort[] _runs;

    private Postings(T[] keys, int[] starts, ushort[] runs) => (Keys, _starts, _runs) = (keys, starts, runs);

    public T[] Keys { get; }

    /// <summary>Number of runs that have the key at this index of <see cref="Keys"/>.</summary>
    public int Count(int key) => _starts[key + 1] - _starts[key];

    /// <summary>Sets the bits of the runs that have the key at this index of <see cref="Keys"/>.</summary>
    public void Mark(int key, RunBits bits)
    {
        foreach (var run in _runs.AsSpan(_starts[key].._starts[key + 1]))
        {
            bits.Set(run);
        }
    }

    public sealed class Builder(IEqualityComparer<T>? comparer = null)
    {
        private readonly Dictionary<T, int> _keys = new(comparer);
        private readonly List<(int Key, ushort Run)> _pairs = [];

        public void Add(T key, int run)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, key, out var known);
            if (!known)
            {
                number = _keys.Count - 1;
            }

            _pairs.Add((number, (ushort)run));
        }

        public Postings<T> Build()
        {
            var starts = new int[_keys.Count + 1];
            foreach (var (key, _) in _pairs)
            {
                starts[key + 1]++;
            }

            for (var key = 0; key < _keys.Count; key++)
            {
                starts[key + 1] += starts[key];
            }

            var next = starts.AsSpan(0, _keys.Count).ToArray();
            var runs = new ushort[_pairs.Count];
            foreach (var (key, run) in _pairs)
            {
                runs[next[key]++] = run;
            }

            return new([.. _keys.Keys], starts, runs);
        }
    }
}
