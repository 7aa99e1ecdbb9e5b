namespace Sacredboard.Web.Terminal;

/// <summary>Finds the rows of output as it is stored.</summary>
/// <param name="marks">What it notes; new.</param>
internal sealed class RawScan(OutputMarks marks) : IOutputScan
{
    private OutputMark _begun;

    public IReadOnlyList<OutputMark> Marks => marks.List;

    public long Position { get; private set; }

    public OutputMark? Last => _begun;

    public void Read(string text)
    {
        var offset = Position;
        var read = 0;
        for (var end = 0; (end = RawRows.EndOf(text, end)) >= 0;)
        {
            // After a return at the very end a line feed may follow.
            if (end == text.Length && text[end - 1] == '\r')
            {
                break;
            }

            if (offset + end - _begun.Start > OutputScan.LongRow)
            {
                marks.Put(_begun);
            }

            _begun = new(_begun.Row + 1, offset + end, offset + end, null);
            marks.Offer(_begun);
            read = end;
        }

        Position = offset + (text is [.., '\r'] ? Math.Max(read, text.Length - 1) : text.Length);
    }

    public IReadOnlyList<TerminalRow> Render(string text, OutputMark mark) => RawRows.Render(text, mark.From);
}
