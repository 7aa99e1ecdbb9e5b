namespace Sacredboard.Web.Terminal;

/// <summary>Where about every hundredth row of an output begins. Not thread-safe.</summary>
/// <param name="rowsApart">A mark comes after so many rows.</param>
/// <param name="unitsApart">Or after so much text, in UTF-16 units, if sooner.</param>
internal sealed class OutputMarks(int rowsApart = 128, int unitsApart = 64 * 1024)
{
    // With more, every second one goes, so that gigabytes of output take a few megabytes.
    private const int MaxMarks = 32 * 1024;

    private readonly List<OutputMark> _marks = [new(0, 0, 0, null)];
    private int _rowsApart = rowsApart;
    private int _unitsApart = unitsApart;

    public IReadOnlyList<OutputMark> List => _marks;

    /// <summary>Notes where a row begins, if it is far enough from the one before.</summary>
    public void Offer(OutputMark mark)
    {
        if (mark.Row - _marks[^1].Row >= _rowsApart || mark.Start - _marks[^1].From >= _unitsApart)
        {
            Put(mark);
        }
    }

    /// <summary>Notes where a row begins, instead of what was noted of this row.</summary>
    public void Put(OutputMark mark)
    {
        if (_marks[^1].Row == mark.Row)
        {
            _marks[^1] = mark;
            return;
        }

        _marks.Add(mark);
        if (_marks.Count > MaxMarks)
        {
            (_rowsApart, _unitsApart) = (_rowsApart * 2, _unitsApart * 2);
            var kept = _marks.Where((_, index) => index % 2 == 0).ToList();
            _marks.Clear();
            _marks.AddRange(kept);
        }
    }

    /// <summary>Forgets the marks after a row, because it is written to once more.</summary>
    public void RemoveAfter(int row)
    {
        while (_marks[^1].Row > row)
        {
            _marks.RemoveAt(_marks.Count - 1);
        }
    }
}
