using System.Text;

namespace Sacredboard.Web.Terminal;

/// <summary>
/// Renders text as a terminal of unlimited length: <c>\r</c> and <c>\b</c> overwrite, ANSI colours and cursor moves apply,
/// progress bars end in their last state. Other control characters are shown as symbols (␀), so that nothing is hidden. One instance
/// per text; not thread-safe.
/// </summary>
public sealed class TerminalScreen
{
    private readonly string _text;
    private readonly long _offset;
    private readonly TerminalGrid _grid;
    private readonly TerminalStyle _style;

    private TerminalScreen(string text, long offset, TerminalStyle? style) =>
        (_text, _offset, _grid, _style) = (text, offset, new(offset), style?.Copy() ?? new());

    /// <summary>Renders a text to rows, without an empty last one (after a line end).</summary>
    /// <param name="offset">Position of the text in the whole output, in UTF-16 units.</param>
    public static IReadOnlyList<TerminalRow> Render(string text, long offset = 0) => Render(text, offset, null);

    /// <param name="style">The attributes of the text before it; null for none.</param>
    internal static IReadOnlyList<TerminalRow> Render(string text, long offset, TerminalStyle? style) =>
        text.Length == 0 ? [] : new TerminalScreen(text, offset, style).Print();

    private IReadOnlyList<TerminalRow> Print()
    {
        for (var i = 0; i < _text.Length;)
        {
            i = _text[i] == '\e' ? Escape(i) : Character(i);
        }

        return [.. _grid.Rows];
    }

    private int Character(int i)
    {
        switch (_text[i])
        {
            case '\n':
                _grid.NextRow(_offset + i + 1);
                break;
            case '\r':
                _grid.ToColumn(0);
                break;
            case '\b':
                _grid.Left(1);
                break;
            case '\a':
                break;
            default:
                return Write(i);
        }

        return i + 1;
    }

    private int Write(int i)
    {
        // The fast path for most characters.
        if (_text[i] is >= ' ' and <= '~')
        {
            _grid.Put(_text[i], _style.Classes);
            return i + 1;
        }

        var ok = Rune.TryGetRuneAt(_text, i, out var rune);
        var value = ok ? rune.Value : Rune.ReplacementChar.Value;
        var picture = TerminalStyle.Picture(value);
        // What is not UTF-8 was stored or read as U+FFFD.
        var isText = picture is null && value != Rune.ReplacementChar.Value;
        _grid.Put(picture ?? value, isText ? _style.Classes : TerminalStyle.ControlClass);
        return i + (ok ? rune.Utf16SequenceLength : 1);
    }

    private int Escape(int i)
    {
        if (TerminalSequence.TryRead(_text, i) is not { } sequence)
        {
            return Write(i);
        }

        if (sequence.Final == 'm')
        {
            _style.Apply(sequence.Parameters);
        }
        else
        {
            MoveOrErase(sequence.Final, sequence.First);
        }

        return sequence.End;
    }

    private void MoveOrErase(char final, int first)
    {
        var n = Math.Max(1, first);
        switch (final)
        {
            case 'A':
                _grid.Up(n);
                break;
            case 'F':
                _grid.Up(n);
                _grid.ToColumn(0);
                break;
            case 'B':
                _grid.Down(n);
                break;
            case 'E':
                _grid.Down(n);
                _grid.ToColumn(0);
                break;
            case 'C':
                _grid.Right(n);
                break;
            case 'D':
                _grid.Left(n);
                break;
            case 'G':
                _grid.ToColumn(n - 1);
                break;
            case 'K':
                _grid.EraseInRow(first);
                break;
            case 'J' when first == 0:
                _grid.EraseInRow(0);
                _grid.EraseRowsBelow();
                break;
        }
    }
}
