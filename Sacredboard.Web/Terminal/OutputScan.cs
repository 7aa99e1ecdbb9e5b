namespace Sacredboard.Web.Terminal;

/// <summary>Finds the rows of a terminal without drawing them: it follows the cursor only from row to row.</summary>
/// <param name="marks">What it notes; new.</param>
/// <param name="longRow">A row of more text than this, in UTF-16 units, gets a mark of its own.</param>
internal sealed class OutputScan(OutputMarks marks, int longRow = OutputScan.LongRow) : IOutputScan
{
    /// <summary>A row of more text than this is not rendered from all of it, in UTF-16 units.</summary>
    public const int LongRow = 256 * 1024;

    private readonly TerminalStyle _style = new();
    private OutputMark _begun;
    private bool _isBegun = true;
    private int _row;
    private int _rows = 1;

    public IReadOnlyList<OutputMark> Marks => marks.List;

    public long Position { get; private set; }

    public OutputMark? Last => _isBegun ? _begun : null;

    public void Read(string text)
    {
        var offset = Position;
        var i = 0;
        while (text.AsSpan(i).IndexOfAny('\n', '\e') is var next and >= 0)
        {
            i += next;
            if (text[i] == '\n')
            {
                NextRow(text, i++, offset);
            }
            else if (TerminalSequence.TryRead(text, i) is { } sequence)
            {
                Apply(sequence);
                i = sequence.End;
            }
            else if (TerminalSequence.IsCutOff(text, i))
            {
                Position = offset + i;
                return;
            }
            else
            {
                i++;
            }
        }

        Position = offset + text.Length;
    }

    public IReadOnlyList<TerminalRow> Render(string text, OutputMark mark) => TerminalScreen.Render(text, mark.From, mark.Style);

    private void NextRow(string text, int end, long offset)
    {
        if (_isBegun && offset + end - _begun.Start > longRow)
        {
            marks.Put(_begun with { From = Rewritten(text, end, offset) });
        }

        if (++_row == _rows)
        {
            _rows++;
            var start = offset + end + 1;
            (_begun, _isBegun) = (new(_row, start, start, _style.Copy()), true);
            marks.Offer(_begun);
        }
    }

    // Of a row that was overwritten for long, the last of its text shows all that is left of it.
    private long Rewritten(string text, int end, long offset)
    {
        var first = (int)Math.Max(0, _begun.Start - offset);
        var back = end - (longRow / 4);
        var place = back > first ? text.LastIndexOf('\r', back, back - first) : -1;
        return place < 0 ? _begun.Start : offset + place + 1;
    }

    private void Apply(TerminalSequence sequence)
    {
        var moves = Math.Max(1, sequence.First);
        switch (sequence.Final)
        {
            case 'm':
                _style.Apply(sequence.Parameters);
                break;
            case 'A' or 'F':
                _row = TerminalGrid.Above(_row, moves, _rows);
                _isBegun = false;
                marks.RemoveAfter(_row);
                break;
            case 'B' or 'E':
                _row = TerminalGrid.Below(_row, moves, _rows);
                break;
        }
    }
}
