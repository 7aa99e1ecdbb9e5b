using System.Globalization;
using System.Text;

namespace Sacredboard.Web.Formatting;

/// <summary>A run of characters of one look.</summary>
/// <param name="Classes">CSS classes (<c>t-fg1 t-b</c>), or null for plain text.</param>
public readonly record struct TerminalSpan(string Text, string? Classes);

/// <param name="Start">Where in the text the line begins that this row was first written by, in UTF-16 units.</param>
public sealed record TerminalRow(long Start, IReadOnlyList<TerminalSpan> Spans);

/// <summary>
/// What a terminal of endless height and width shows after printing a text: <c>\r</c> and <c>\b</c> overwrite, ANSI colours and cursor
/// moves count, progress bars end in their last state. Other control characters are shown as their picture (␀),
/// so that nothing hides. One object for one text; not for use by several threads.
/// </summary>
public sealed class TerminalScreen
{
    // No row grows beyond this by cursor moves alone: "\e[2000000000C" is eleven characters.
    private const int FarthestJump = 1000;

    private readonly List<Row> _rows = [new(0)];
    private readonly TerminalLook _look = new();
    private int _row;
    private int _column;

    /// <summary>Prints a text and returns the rows shown. A last row that is empty (after a line end) is left out.</summary>
    /// <param name="offset">Where in the whole output the text begins.</param>
    public static IReadOnlyList<TerminalRow> Render(string text, long offset = 0) => new TerminalScreen().Print(text, offset);

    private IReadOnlyList<TerminalRow> Print(string text, long offset)
    {
        _rows[0] = new(offset);
        for (var i = 0; i < text.Length;)
        {
            i = text[i] == '\e' ? Escape(text, i) : Character(text, i, offset);
        }

        var count = _rows.Count > 1 && _rows[^1].Cells.Count == 0 ? _rows.Count - 1 : _rows.Count;
        return [.. _rows.Take(text.Length == 0 ? 0 : count).Select(row => new TerminalRow(row.Start, row.ToSpans()))];
    }

    private int Character(string text, int i, long offset)
    {
        switch (text[i])
        {
            case '\n':
                NextRow(offset + i + 1);
                break;
            case '\r':
                _column = 0;
                break;
            case '\b':
                _column = Math.Max(0, _column - 1);
                break;
            case '\a':
                break;
            default:
                return Write(text, i);
        }

        return i + 1;
    }

    private int Write(string text, int i)
    {
        // Nearly all there is.
        if (text[i] is >= ' ' and <= '~')
        {
            Put(text[i], _look.Classes);
            return i + 1;
        }

        var ok = Rune.TryGetRuneAt(text, i, out var rune);
        var value = ok ? rune.Value : Rune.ReplacementChar.Value;
        var picture = TerminalLook.Picture(value);
        Put(picture ?? value, picture is null ? _look.Classes : TerminalLook.ControlClass);
        return i + (ok ? rune.Utf16SequenceLength : 1);
    }

    private void Put(int value, string? classes)
    {
        var cells = _rows[_row].Cells;
        while (cells.Count < _column)
        {
            cells.Add(new(' ', null));
        }

        if (_column < cells.Count)
        {
            cells[_column] = new(value, classes);
        }
        else
        {
            cells.Add(new(value, classes));
        }

        _column++;
    }

    private void NextRow(long start)
    {
        (_row, _column) = (_row + 1, 0);
        if (_row == _rows.Count)
        {
            _rows.Add(new(start));
        }
    }

    private int Escape(string text, int i)
    {
        if (TerminalSequence.TryRead(text, i) is not { } sequence)
        {
            return Write(text, i);
        }

        var n = Math.Max(1, sequence.First);
        switch (sequence.Final)
        {
            case 'm':
                _look.Apply(sequence.Parameters);
                break;
            case 'A' or 'F':
                _row = Math.Max(0, _row - n);
                _column = sequence.Final == 'F' ? 0 : _column;
                break;
            case 'B' or 'E':
                _row = Math.Min(_rows.Count - 1, _row + Math.Min(n, _rows.Count));
                _column = sequence.Final == 'E' ? 0 : _column;
                break;
            case 'C':
                _column = Math.Min(_column + Math.Min(n, FarthestJump), Math.Max(_column, _rows[_row].Cells.Count + FarthestJump));
                break;
            case 'D':
                _column = Math.Max(0, _column - n);
                break;
            case 'G':
                _column = Math.Min(n - 1, Math.Max(_column, _rows[_row].Cells.Count + FarthestJump));
                break;
            case 'K':
                EraseInRow(sequence.First);
                break;
            case 'J' when sequence.First == 0:
                EraseInRow(0);
                _rows.Skip(_row + 1).ToList().ForEach(row => row.Cells.Clear());
                break;
        }

        return sequence.End;
    }

    private void EraseInRow(int what)
    {
        var cells = _rows[_row].Cells;
        if (what == 2)
        {
            cells.Clear();
        }
        else if (what == 1)
        {
            for (var i = 0; i < Math.Min(_column + 1, cells.Count); i++)
            {
                cells[i] = new(' ', null);
            }
        }
        else if (_column < cells.Count)
        {
            cells.RemoveRange(_column, cells.Count - _column);
        }
    }

    private readonly record struct Cell(int Value, string? Classes);

    private sealed class Row(long start)
    {
        public long Start { get; } = start;

        public List<Cell> Cells { get; } = [];

        public IReadOnlyList<TerminalSpan> ToSpans()
        {
            var spans = new List<TerminalSpan>();
            var text = new StringBuilder();
            for (var i = 0; i < Cells.Count; i++)
            {
                text.Append(char.ConvertFromUtf32(Cells[i].Value));
                if (i + 1 == Cells.Count || Cells[i + 1].Classes != Cells[i].Classes)
                {
                    spans.Add(new(text.ToString(), Cells[i].Classes));
                    text.Clear();
                }
            }

            return spans;
        }
    }
}
