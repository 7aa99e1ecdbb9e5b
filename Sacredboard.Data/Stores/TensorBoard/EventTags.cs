using System.Runtime.InteropServices;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>What was logged under each tag of one directory.</summary>
/// <param name="maxPoints">So much is kept; what comes after is left out.</param>
internal sealed class EventTags(int maxPoints)
{
    private readonly Dictionary<string, ScalarSeries> _scalars = [];
    private readonly Dictionary<(SummaryKind Kind, string Tag), List<SummaryPlace>> _others = [];
    private readonly Dictionary<string, List<(SummaryPlace Place, double? Number)>> _unnamed = [];
    private int _points;

    public IReadOnlyDictionary<string, ScalarSeries> Scalars => _scalars;

    /// <summary>Those of which something is left.</summary>
    public IEnumerable<SummaryTag> Others => _others.Where(tag => tag.Value.Count > 0).Select(tag => new SummaryTag(tag.Key.Tag, tag.Key.Kind, [.. tag.Value]));

    /// <summary>There was more than is kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Roughly what it holds, in bytes.</summary>
    public long Size => _scalars.Sum(series => series.Value.Size + (2L * series.Key.Length)) + _others.Sum(tag => 100 + (40L * tag.Value.Capacity)) + _unnamed.Sum(tag => 100 + (56L * tag.Value.Capacity));

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

    /// <summary>A tensor of which no metadata has said yet what it is.</summary>
    public void AddUnnamed(string tag, double? number, SummaryPlace place)
    {
        if (HasRoom())
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_unnamed, tag, out _);
            (places ??= []).Add((place, number));
        }
    }

    /// <summary>Gives those of a tag out, which are no longer kept here then.</summary>
    public IReadOnlyList<(SummaryPlace Place, double? Number)> TakeUnnamed(string tag)
    {
        if (!_unnamed.Remove(tag, out var places))
        {
            return [];
        }

        _points -= places.Count;
        return places;
    }

    /// <summary>Takes away what belongs to this step and later ones, of all tags.</summary>
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

        foreach (var places in _unnamed.Values)
        {
            places.RemoveAll(item => item.Place.Step >= step);
        }
    }

    /// <summary>The same, of one tag.</summary>
    public void Purge(string tag, long step)
    {
        _scalars.GetValueOrDefault(tag)?.Purge(step);
        _unnamed.GetValueOrDefault(tag)?.RemoveAll(item => item.Place.Step >= step);
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
