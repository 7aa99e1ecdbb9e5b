using System.Runtime.CompilerServices;
using Sacredboard.Data.State;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Lineage;

/// <summary>The index of each source that someone asked about.</summary>
public sealed class LineageIndexes(TimeProvider time, HashStore hashes)
{
    // A source that is gone takes its index along.
    private readonly ConditionalWeakTable<Source, LineageIndex> _indexes = [];

    public LineageIndex Of(Source source) => _indexes.GetValue(source, key => new(key, time, hashes));
}
