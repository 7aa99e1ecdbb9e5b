namespace Sacredboard.Web.Terminal;

/// <summary>Renders the rows of an output, of which a scan knows where they begin, from small parts of its text.</summary>
internal sealed class OutputPieces(OutputContent content, IOutputScan scan)
{
    /// <summary>No more is rendered at once, in UTF-16 units; only odd outputs have so much between two marks.</summary>
    private const int MaxPiece = 1024 * 1024;

    private (long Length, IReadOnlyList<TerminalRow> Rows) _last = (-1, []);
    private IReadOnlyList<OutputMark> _marks = scan.Marks;

    /// <summary>Reads what was added, so that all rows are known.</summary>
    public async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        for (var before = -1L; scan.Position < content.Length && scan.Position > before;)
        {
            before = scan.Position;
            var max = content.Text is null ? OutputContent.PartLength : OutputContent.MaxKept;
            scan.Read(await content.TextAsync(before, max, cancellationToken));
        }

        _marks = scan.Marks;
        if (scan.Last is { } last && content.Length - last.Start > OutputScan.LongRow)
        {
            // The last row is long and not yet ended.
            _marks = [.. _marks.Where(mark => mark.Row < last.Row), last with { From = await RewrittenAsync(last, cancellationToken) }];
        }

        if (_last.Length != content.Length)
        {
            _last = (content.Length, await RenderAsync(_marks.Count - 1, cancellationToken));
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Total => _marks[^1].Row + _last.Rows.Count;

    /// <summary>Some rows.</summary>
    /// <param name="first">The number of the first, from 0.</param>
    /// <param name="count">How many, if there are so many.</param>
    public async Task<IReadOnlyList<TerminalRow>> ReadAsync(int first, int count, CancellationToken cancellationToken)
    {
        var end = (int)Math.Min(Total, (long)first + count);
        var rows = new List<TerminalRow>();
        for (var index = IndexOf(mark => mark.Row <= first); rows.Count < end - first; index++)
        {
            var piece = index == _marks.Count - 1 ? _last.Rows : await RenderAsync(index, cancellationToken);
            rows.AddRange(piece.Skip(first + rows.Count - _marks[index].Row).Take(end - first - rows.Count));
        }

        return rows;
    }

    /// <summary>The number of the row, from 0, that a position of the text is in.</summary>
    public async Task<int> RowOfAsync(long position, CancellationToken cancellationToken)
    {
        var index = IndexOf(mark => mark.Start <= position);
        var piece = index == _marks.Count - 1 ? _last.Rows : await RenderAsync(index, cancellationToken);
        return _marks[index].Row + Math.Max(0, piece.TakeWhile(row => row.Start <= position).Count() - 1);
    }

    private int IndexOf(Func<OutputMark, bool> isBefore)
    {
        var (low, high) = (0, _marks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = isBefore(_marks[middle]) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    // The rows from one mark to the next.
    private async Task<IReadOnlyList<TerminalRow>> RenderAsync(int index, CancellationToken cancellationToken)
    {
        var (mark, isLast) = (_marks[index], index == _marks.Count - 1);
        var end = isLast ? content.Length : _marks[index + 1].Start;
        int? expected = isLast ? null : _marks[index + 1].Row - mark.Row;
        var isOne = expected == 1 || (isLast && scan.Last?.Row == mark.Row);
        var length = (int)Math.Min(end - mark.From, isOne ? OutputScan.LongRow : MaxPiece);
        var text = await content.TextAsync(mark.From, length, cancellationToken);
        var rows = scan.Render(text, mark);
        if (isOne && rows.Count > 0 && end - mark.From > length)
        {
            // The line end of a row that is ended does not count.
            rows = [rows[0] with { Hidden = rows[0].Hidden + end - mark.From - length - (isLast ? 0 : 1) }];
        }

        return expected is not { } count ? WithoutEmptyEnd(rows, mark, text)
            : rows.Count == count ? rows
            : [.. rows.Take(count), .. Enumerable.Repeat(new TerminalRow(end, []), Math.Max(0, count - rows.Count))];
    }

    // As in the whole: what follows the last line end is a row only if there is something.
    private static IReadOnlyList<TerminalRow> WithoutEmptyEnd(IReadOnlyList<TerminalRow> rows, OutputMark mark, string text) =>
        mark.Row > 0 && rows is [{ Spans.Count: 0 }] && !text.Contains('\n') ? [] : rows;

    private async Task<long> RewrittenAsync(OutputMark last, CancellationToken cancellationToken)
    {
        if (scan is RawScan)
        {
            return last.From;
        }

        var from = content.Length - OutputScan.LongRow;
        var text = await content.TextAsync(from, OutputScan.LongRow * 3 / 4, cancellationToken);
        var place = text.LastIndexOf('\r');
        return place < 0 ? last.From : from + place + 1;
    }
}
