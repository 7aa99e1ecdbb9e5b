using System.Runtime.InteropServices;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>The logged data of one directory, by tag.</summary>
/// <param name="maxPoints">Maximum number of kept points; the rest is left out.</param>
internal sealed class EventTags(int maxPoints)
{
    private readonly Dictionary<string, ScalarSeries> _scalars = [];
    private readonly Dictionary<(MediaKind Kind, string Tag), List<MediaLocation>> _media = [];
    private readonly Dictionary<string, List<(MediaLocation Location, double? Number)>> _pending = [];
    private int _points;

    public IReadOnlyDictionary<string, ScalarSeries> Scalars => _scalars;

    /// <summary>Media tags that still have values.</summary>
    public IEnumerable<MediaTag> Media =>
        _media.Where(tag => tag.Value.Count > 0).Select(tag => new MediaTag(tag.Key.Tag, tag.Key.Kind, [.. tag.Value]));

    /// <summary>Points were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Approximate size in bytes.</summary>
    public long Size =>
        _scalars.Sum(series => series.Value.Size + (2L * series.Key.Length))
            + _media.Sum(tag => 100 + (40L * tag.Value.Capacity))
            + _pending.Sum(tag => 100 + (56L * tag.Value.Capacity));

    public void AddScalar(string tag, long step, double time, double value)
    {
        ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(_scalars, tag, out _);
        series ??= new ScalarSeries();
        _points -= series.RemoveFrom(step);
        if (HasRoom())
        {
            series.Add(step, time, value);
        }
    }

    public void AddMedia(MediaKind kind, string tag, MediaLocation location)
    {
        ref var locations = ref CollectionsMarshal.GetValueRefOrAddDefault(_media, (kind, tag), out _);
        locations ??= [];
        _points -= RemoveFrom(locations, location.Step, static earlier => earlier.Step);
        if (HasRoom())
        {
            locations.Add(location);
        }
    }

    /// <summary>Adds a tensor whose kind is not known yet, because no metadata of its tag was read.</summary>
    public void AddPending(string tag, double? number, MediaLocation location)
    {
        ref var locations = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, tag, out _);
        locations ??= [];
        _points -= RemoveFrom(locations, location.Step, static earlier => earlier.Location.Step);
        if (HasRoom())
        {
            locations.Add((location, number));
        }
    }

    /// <summary>Removes and returns the pending tensors of a tag.</summary>
    public IReadOnlyList<(MediaLocation Location, double? Number)> TakePending(string tag)
    {
        if (!_pending.Remove(tag, out var locations))
        {
            return [];
        }

        _points -= locations.Count;
        return locations;
    }

    // As TensorBoard does: a step that does not go forward comes from a training that went on from an earlier state, and what the first
    // attempt had logged beyond it is void.
    private static int RemoveFrom<T>(List<T> logged, long step, Func<T, long> stepOf)
    {
        var kept = logged.Count;
        while (kept > 0 && stepOf(logged[kept - 1]) >= step)
        {
            kept--;
        }

        var removed = logged.Count - kept;
        logged.RemoveRange(kept, removed);
        return removed;
    }

    private bool HasRoom()
    {
        IsCut |= _points == maxPoints;
        _points += IsCut ? 0 : 1;
        return !IsCut;
    }
}
