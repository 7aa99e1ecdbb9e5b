using System.Collections.Concurrent;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Lineage;

/// <summary>The index of each source that someone asked about.</summary>
public sealed class LineageIndexes(TimeProvider time)
{
    private readonly ConcurrentDictionary<Source, LineageIndex> _indexes = new();

    public LineageIndex Of(Source source) => _indexes.GetOrAdd(source, key => new(key, time));
}
