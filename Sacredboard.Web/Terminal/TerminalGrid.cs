using System.Text;

namespace Sacredboard.Web.Terminal;

/// <summary>The cells of a terminal of unlimited length, and its cursor.</summary>
/// <param name="start">Position in the text where the first row begins.</param>
internal sealed class TerminalGrid(long start)
{
    // Cursor moves alone extend a row by at most this: "\e[2000000000C" is only eleven characters.
    private const int MaxJump = 1000;

    /// <summary>What stands in later columns is counted, not kept: a line may have millions of characters.</summary>
    public const int MaxColumns = 10_000;

    /// <summary>The cursor moves up only as far as a screen is high.</summary>
    public const int Height = 200;

    private readonly List<Row> _rows = [new(start)];
    private int _row;
    private int _column;

    /// <summary>The rows without an empty last one (after a line end).</summary>
    public IEnumerable<TerminalRow> Rows =>
        _rows.Take(_rows.Count > 1 && _rows[^1].Cells.Count == 0 ? _rows.Count - 1 : _rows.Count)
            .Select(row => new TerminalRow(row.Start, row.ToSpans()) { Hidden = row.Hidden });

    private int MaxColumn => Math.Max(_column, _rows[_row].Cells.Count + MaxJump);

    /// <summary>Writes a character at the cursor and moves it on.</summary>
    public void Put(int value, string? classes)
    {
        var cells = _rows[_row].Cells;
        if (_column >= MaxColumns)
        {
            _rows[_row].Hidden = Math.Max(_rows[_row].Hidden, ++_column - MaxColumns);
            return;
        }

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

    public void Up(int rows) => _row = Above(_row, rows, _rows.Count);

    public void Down(int rows) => _row = Below(_row, rows, _rows.Count);

    /// <summary>Where a cursor gets that moves up in so many rows.</summary>
    public static int Above(int row, int moves, int rows) => Math.Max(Math.Max(0, rows - Height), row - moves);

    /// <summary>Where a cursor gets that moves down in so many rows.</summary>
    public static int Below(int row, int moves, int rows) => Math.Min(rows - 1, row + Math.Min(moves, rows));

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
            _rows[_row].Hidden = 0;
        }
        else if (what == 1)
        {
            for (var i = 0; i < Math.Min(_column + 1, cells.Count); i++)
            {
                cells[i] = new(' ', null);
            }
        }
        else
        {
            cells.RemoveRange(Math.Min(_column, cells.Count), Math.Max(0, cells.Count - _column));
            _rows[_row].Hidden = Math.Min(_rows[_row].Hidden, Math.Max(0, _column - MaxColumns));
        }
    }

    public void EraseRowsBelow()
    {
        foreach (var row in _rows.Skip(_row + 1))
        {
            row.Cells.Clear();
            row.Hidden = 0;
        }
    }

    private readonly record struct Cell(int Value, string? Classes);

    private sealed class Row(long start)
    {
        public long Start { get; } = start;

        public List<Cell> Cells { get; } = [];

        /// <summary>How many characters follow that are not kept.</summary>
        public int Hidden { get; set; }

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
