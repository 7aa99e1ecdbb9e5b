using System.Runtime.InteropServices;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>The logged data of one directory, by tag.</summary>
/// <param name="maxPoints">Maximum number of kept points; the rest is left out.</param>
internal sealed class EventTags(int maxPoints)
{
    private readonly Dictionary<string, ScalarSeries> _scalars = [];
    private readonly Dictionary<(SummaryKind Kind, string Tag), List<SummaryPlace>> _others = [];
    private readonly Dictionary<string, List<(SummaryPlace Place, double? Number)>> _pending = [];
    private int _points;

    public IReadOnlyDictionary<string, ScalarSeries> Scalars => _scalars;

    /// <summary>Media tags that still have values.</summary>
    public IEnumerable<SummaryTag> Others => _others.Where(tag => tag.Value.Count > 0).Select(tag => new SummaryTag(tag.Key.Tag, tag.Key.Kind, [.. tag.Value]));

    /// <summary>Points were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Approximate size in bytes.</summary>
    public long Size => _scalars.Sum(series => series.Value.Size + (2L * series.Key.Length)) + _others.Sum(tag => 100 + (40L * tag.Value.Capacity)) + _pending.Sum(tag => 100 + (56L * tag.Value.Capacity));

    public void AddScalar(string tag, long step, double time, double value)
    {
        if (HasRoom())
        {
            ref var series = ref CollectionsMarshal.GetValueRefOrAddDefault(_scalars, tag, out _);
            (series ??= new ScalarSeries()).Add(step, time, value);
        }
    }

    public void AddOther(SummaryKind kind, string tag, SummaryPlace place)
    {
        if (HasRoom())
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, (kind, tag), out _);
            (places ??= []).Add(place);
        }
    }

    /// <summary>Adds a tensor whose kind is not known yet, because no metadata of its tag was read.</summary>
    public void AddPending(string tag, double? number, SummaryPlace place)
    {
        if (HasRoom())
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_pending, tag, out _);
            (places ??= []).Add((place, number));
        }
    }

    /// <summary>Removes and returns the pending tensors of a tag.</summary>
    public IReadOnlyList<(SummaryPlace Place, double? Number)> TakePending(string tag)
    {
        if (!_pending.Remove(tag, out var places))
        {
            return [];
        }

        _points -= places.Count;
        return places;
    }

    /// <summary>Removes values at this and later steps, of all tags.</summary>
    public void Purge(long step)
    {
        foreach (var series in _scalars.Values)
        {
            series.Purge(step);
        }

        foreach (var places in _others.Values)
        {
            places.RemoveAll(place => place.Step >= step);
        }

        foreach (var places in _pending.Values)
        {
            places.RemoveAll(item => item.Place.Step >= step);
        }
    }

    /// <summary>Removes values at this and later steps, of one tag.</summary>
    public void Purge(string tag, long step)
    {
        _scalars.GetValueOrDefault(tag)?.Purge(step);
        _pending.GetValueOrDefault(tag)?.RemoveAll(item => item.Place.Step >= step);
        foreach (var kind in Enum.GetValues<SummaryKind>())
        {
            _others.GetValueOrDefault((kind, tag))?.RemoveAll(place => place.Step >= step);
        }
    }

    private bool HasRoom()
    {
        IsCut |= _points == maxPoints;
        _points += IsCut ? 0 : 1;
        return !IsCut;
    }
}
