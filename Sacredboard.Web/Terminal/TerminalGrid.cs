using System.Text;

namespace Sacredboard.Web.Terminal;

/// <summary>The cells of a terminal of unlimited height and width, and its cursor.</summary>
/// <param name="start">Position in the text where the first row begins.</param>
internal sealed class TerminalGrid(long start)
{
    // Cursor moves alone extend a row by at most this: "\e[2000000000C" is only eleven characters.
    private const int MaxJump = 1000;

    private readonly List<Row> _rows = [new(start)];
    private int _row;
    private int _column;

    /// <summary>The rows without an empty last one (after a line end).</summary>
    public IEnumerable<TerminalRow> Rows =>
        _rows.Take(_rows.Count > 1 && _rows[^1].Cells.Count == 0 ? _rows.Count - 1 : _rows.Count)
            .Select(row => new TerminalRow(row.Start, row.ToSpans()));

    private int MaxColumn => Math.Max(_column, _rows[_row].Cells.Count + MaxJump);

    /// <summary>Writes a character at the cursor and moves it on.</summary>
    public void Put(int value, string? classes)
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

    /// <param name="start">Position in the text where the row begins, if it is new.</param>
    public void NextRow(long start)
    {
        (_row, _column) = (_row + 1, 0);
        if (_row == _rows.Count)
        {
            _rows.Add(new(start));
        }
    }

    public void Up(int rows) => _row = Math.Max(0, _row - rows);

    public void Down(int rows) => _row = Math.Min(_rows.Count - 1, _row + Math.Min(rows, _rows.Count));

    public void Left(int columns) => _column = Math.Max(0, _column - columns);

    public void Right(int columns) => _column = Math.Min(_column + Math.Min(columns, MaxJump), MaxColumn);

    public void ToColumn(int column) => _column = Math.Min(column, MaxColumn);

    /// <param name="what">ANSI code: 0 from the cursor on, 1 up to it, 2 the whole row.</param>
    public void EraseInRow(int what)
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

    public void EraseRowsBelow() => _rows.Skip(_row + 1).ToList().ForEach(row => row.Cells.Clear());

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
