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
        if (HasRoom())
        {
            ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(_scalars, tag, out _);
            (series ??= new ScalarSeries()).Add(step, time, value);
        }
    }

    public void AddMedia(MediaKind kind, string tag, MediaLocation location)
    {
        if (HasRoom())
        {
            ref var locations = ref CollectionsMarshal.GetValueRefOrAddDefault(_media, (kind, tag), out _);
            (locations ??= []).Add(location);
        }
    }

    /// <summary>Adds a tensor whose kind is not known yet, because no metadata of its tag was read.</summary>
    public void AddPending(string tag, double? number, MediaLocation location)
    {
        if (HasRoom())
        {
            ref var locations = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, tag, out _);
            (locations ??= []).Add((location, number));
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

    /// <summary>Removes values at this and later steps, of all tags.</summary>
    public void Purge(long step)
    {
        foreach (var series in _scalars.Values)
        {
            series.Purge(step);
        }

        foreach (var locations in _media.Values)
        {
            locations.RemoveAll(location => location.Step >= step);
        }

        foreach (var locations in _pending.Values)
        {
            locations.RemoveAll(item => item.Location.Step >= step);
        }
    }

    /// <summary>Removes values at this and later steps, of one tag.</summary>
    public void Purge(string tag, long step)
    {
        _scalars.GetValueOrDefault(tag)?.Purge(step);
        _pending.GetValueOrDefault(tag)?.RemoveAll(item => item.Location.Step >= step);
        foreach (var kind in Enum.GetValues<MediaKind>())
        {
            _media.GetValueOrDefault((kind, tag))?.RemoveAll(location => location.Step >= step);
        }
    }

    private bool HasRoom()
    {
        IsCut |= _points == maxPoints;
        _points += IsCut ? 0 : 1;
        return !IsCut;
    }
}
