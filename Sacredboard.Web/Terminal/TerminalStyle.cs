using System.Buffers;

namespace Sacredboard.Web.Terminal;

/// <summary>The current text attributes of a terminal as CSS classes, because pages may not carry inline styles.</summary>
internal sealed class TerminalStyle
{
    public const string ControlClass = "t-ctl";

    private static readonly (int Code, string Class)[] Attributes =
        [(1, "t-b"), (2, "t-dim"), (3, "t-i"), (4, "t-u"), (7, "t-inv"), (9, "t-s")];

    // The numbers of colours; null for the default ones.
    private int? _foreground;
    private int? _background;

    // A bit for each code of an attribute.
    private int _attributes;
    private string? _classes;

    /// <summary>All characters that <see cref="Picture"/> replaces.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Where(value => Picture(value) is not null).Select(value => (char)value)]);

    /// <summary>Null for none.</summary>
    public string? Classes => IsPlain ? null : _classes ??= string.Join(' ', Names());

    private bool IsPlain => _foreground is null && _background is null && _attributes == 0;

    /// <summary>These attributes as they are now; null for none.</summary>
    public TerminalStyle? Copy() => IsPlain ? null : (TerminalStyle)MemberwiseClone();

    /// <summary>The visible symbol for a control character, or null for other characters.</summary>
    public static int? Picture(int value) => value switch
    {
        '\t' => null,
        < 0x20 => 0x2400 + value,
        0x7F => 0x2421,
        >= 0x80 and < 0xA0 => 0xFFFD,
        _ => null,
    };

    /// <summary>Applies the parameters of an "m" sequence.</summary>
    public void Apply(IReadOnlyList<int> parameters)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is 38 or 48)
            {
                i += ApplyExtended(parameters, i);
            }
            else
            {
                ApplyOne(parameters[i]);
            }
        }

        _classes = null;
    }

    private void ApplyOne(int code)
    {
        switch (code)
        {
            case 0:
                (_foreground, _background, _attributes) = (null, null, 0);
                break;
            case 1 or 2 or 3 or 4 or 7 or 9:
                _attributes |= 1 << code;
                break;
            case 22:
                _attributes &= ~((1 << 1) | (1 << 2));
                break;
            case 23 or 24 or 27 or 29:
                _attributes &= ~(1 << (code - 20));
                break;
            case 39:
                _foreground = null;
                break;
            case 49:
                _background = null;
                break;
            case (>= 30 and <= 37) or (>= 90 and <= 97):
                _foreground = code >= 90 ? code - 82 : code - 30;
                break;
            case (>= 40 and <= 47) or (>= 100 and <= 107):
                _background = code >= 100 ? code - 92 : code - 40;
                break;
        }
    }

    private IEnumerable<string> Names()
    {
        if (_background is { } background)
        {
            yield return $"t-bg{background}";
        }

        if (_foreground is { } foreground)
        {
            yield return $"t-fg{foreground}";
        }

        foreach (var (code, name) in Attributes)
        {
            if (((_attributes >> code) & 1) != 0)
            {
                yield return name;
            }
        }
    }

    // "38;5;n" and "38;2;r;g;b". Returns the number of parameters used.
    private int ApplyExtended(IReadOnlyList<int> parameters, int at)
    {
        if (at + 2 < parameters.Count && parameters[at + 1] == 5)
        {
            Set(TerminalColours.Nearest(parameters[at + 2]));
            return 2;
        }

        if (at + 4 < parameters.Count && parameters[at + 1] == 2)
        {
            Set(TerminalColours.Nearest(parameters[at + 2], parameters[at + 3], parameters[at + 4]));
            return 4;
        }

        return parameters.Count;

        void Set(int colour)
        {
            if (parameters[at] == 38)
            {
                _foreground = colour;
            }
            else
            {
                _background = colour;
            }
        }
    }
}
