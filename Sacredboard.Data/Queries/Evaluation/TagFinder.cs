using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on the tags: a list that is never missing, but may be empty. Tests of texts apply to each tag.</summary>
internal sealed class TagFinder(ValueTest test, bool ofEach) : RunFinder
{
    private readonly ConcurrentDictionary<TagSet, bool> _known = new(ReferenceEqualityComparer.Instance);
    private readonly bool _none = test.List([]);

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var all = SearchColumns.Of(piece).Tags;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i] is { } tags ? IsTrue(tags) : _none)
            {
                found.Set(i);
            }
        }

        return found;
    }

    private bool IsTrue(TagSet tags)
    {
        if (!_known.TryGetValue(tags, out var holds))
        {
            _known[tags] = holds = ofEach ? tags.Names.Any(test.Text) : test.List([.. tags.Names.Select(tag => new SacredText(tag))]);
        }

        return holds;
    }
}
