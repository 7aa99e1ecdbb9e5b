using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>The objects of one run.</summary>
/// <param name="Prefix">What their keys begin with, as the observer wrote it: <c>lab/digits/1/</c> or <c>/lab/digits//1/</c>.</param>
/// <param name="Objects">By the rest of their keys.</param>
/// <param name="ListedAt">A timestamp of the clock.</param>
internal sealed record BucketRun(string Prefix, IReadOnlyDictionary<string, FileState> Objects, long ListedAt)
{
    /// <summary>The last change of any of its objects, in 100 ns since 1970 UTC; 0 without objects.</summary>
    public long Modified => Objects.Count == 0 ? 0 : Objects.Values.Max(state => state.Modified);

    /// <summary>What the keys in its folder begin with.</summary>
    public string Above => Prefix[..(Prefix.LastIndexOf('/', Math.Max(0, Prefix.Length - 2)) + 1)];

    public FileState State(string name) => Objects.GetValueOrDefault(name);
}
