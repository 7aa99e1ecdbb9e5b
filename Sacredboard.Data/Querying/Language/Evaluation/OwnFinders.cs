using System.Globalization;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Language.Evaluation;

/// <summary>A condition on the status as it is shown.</summary>
internal sealed class StatusFinder(ValueTest test) : RunFinder
{
    private readonly Dictionary<string, bool> _known = [];

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var (last, holds) = (default(string), false);
        for (var i = 0; i < piece.Search.Statuses.Length; i++)
        {
            var status = piece.Search.Statuses[i];
            if (!ReferenceEquals(status, last))
            {
                (last, holds) = (status, IsTrue(status));
            }

            if (holds)
            {
                found.Set(i);
            }
        }

        return found;
    }

    private bool IsTrue(string status)
    {
        if (!_known.TryGetValue(status, out var holds))
        {
            _known[status] = holds = status.Length == 0 ? test.Missing() : test.Text(status);
        }

        return holds;
    }
}

/// <summary>A condition on the id.</summary>
/// <param name="test">What is asked.</param>
/// <param name="exact">By its stored type only; else digits count as a number also, and every id as its text.</param>
internal sealed class IdFinder(ValueTest test, bool exact) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var ids = piece.Search.Ids;
        for (var i = 0; i < ids.Length; i++)
        {
            if (IsTrue(ids[i]))
            {
                found.Set(i);
            }
        }

        return found;
    }

    private bool IsTrue(RunId id) => id.Kind switch
    {
        RunIdKind.Null => test.Null(),
        RunIdKind.Integer => test.Number(new ExactNumber(SortKey.Of(id.Integer))),
        RunIdKind.Real => test.Number(ExactNumber.Of(id.Real)),
        RunIdKind.Text when exact => test.Text(id.Text),
        // A directory is named by text, and yet by a number.
        RunIdKind.Text => test.Text(id.Text) || (long.TryParse(id.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && test.Number(new ExactNumber(SortKey.Of(number)))),
        _ => exact ? test.Other() : test.Text(id.Text),
    };
}

/// <summary>A condition on the duration in seconds; that of a run that goes on ends now.</summary>
internal sealed class DurationFinder(ValueTest test, DateTimeOffset now) : RunFinder
{
    private static readonly RunField Field = RunField.Own("duration");

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var keys = piece.Column(Field).Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Class == SortClass.Missing ? test.Missing() : test.Number(ExactNumber.Of(Ticks(piece, i, keys[i]) / TimeSpan.TicksPerSecond)))
            {
                found.Set(i);
            }
        }

        return found;
    }

    private double Ticks(RunPiece piece, int index, SortKey key) =>
        key.Class == SortClass.Date ? now.UtcTicks - (double)key.Bits : (piece[index]?.Duration(now) ?? default).Ticks;
}

/// <summary>A condition on the tags: a list that is always there, perhaps empty. What is asked of texts is asked of each tag.</summary>
internal sealed class TagFinder(ValueTest test, bool ofEach) : RunFinder
{
    private readonly Dictionary<TagSet, bool> _known = new(ReferenceEqualityComparer.Instance);
    private readonly bool _none = test.List([]);

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var all = piece.Search.Tags;
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
