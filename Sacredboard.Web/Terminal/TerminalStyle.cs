using System.Buffers;

namespace Sacredboard.Web.Terminal;

/// <summary>The current text attributes of a terminal as CSS classes, because pages may not carry inline styles.</summary>
internal sealed class TerminalStyle
{
    public const string ControlClass = "t-ctl";

    private static readonly (int R, int G, int B)[] Palette =
    [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ];

    private readonly SortedDictionary<string, string> _set = new(StringComparer.Ordinal);

    /// <summary>All characters that <see cref="Picture"/> replaces.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Where(value => Picture(value) is not null).Select(value => (char)value)]);

    public string? Classes { get; private set; }

    /// <summary>These attributes as they are now; null for none.</summary>
    public TerminalStyle? Copy()
    {
        if (Classes is null)
        {
            return null;
        }

        var copy = new TerminalStyle { Classes = Classes };
        foreach (var (name, value) in _set)
        {
            copy._set.Add(name, value);
        }

        return copy;
    }

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

        Classes = _set.Count == 0 ? null : string.Join(' ', _set.Values);
    }

    private void ApplyOne(int code)
    {
        switch (code)
        {
            case 0:
                _set.Clear();
                break;
            case 1 or 2 or 3 or 4 or 7 or 9:
                _set["s" + code] = code switch { 1 => "t-b", 2 => "t-dim", 3 => "t-i", 4 => "t-u", 7 => "t-inv", _ => "t-s" };
                break;
            case 22:
                _set.Remove("s1");
                _set.Remove("s2");
                break;
            case 23 or 24 or 27 or 29:
                _set.Remove("s" + (code - 20));
                break;
            case 39:
                _set.Remove("fg");
                break;
            case 49:
                _set.Remove("bg");
                break;
            case (>= 30 and <= 37) or (>= 90 and <= 97):
                _set["fg"] = "t-fg" + (code >= 90 ? code - 82 : code - 30);
                break;
            case (>= 40 and <= 47) or (>= 100 and <= 107):
                _set["bg"] = "t-bg" + (code >= 100 ? code - 92 : code - 40);
                break;
        }
    }

    // Maps "38;5;n" and "38;2;r;g;b" to the nearest of the 16 colours that have classes. Returns the number of parameters used.
    private int ApplyExtended(IReadOnlyList<int> parameters, int at)
    {
        var name = parameters[at] == 38 ? "fg" : "bg";
        if (at + 2 < parameters.Count && parameters[at + 1] == 5)
        {
            _set[name] = $"t-{name}{Nearest(parameters[at + 2])}";
            return 2;
        }

        if (at + 4 < parameters.Count && parameters[at + 1] == 2)
        {
            _set[name] = $"t-{name}{Nearest(parameters[at + 2], parameters[at + 3], parameters[at + 4])}";
            return 4;
        }

        return parameters.Count;
    }

    private static int Nearest(int index)
    {
        switch (index)
        {
            case >= 0 and < 16:
                return index;
            case >= 232 and < 256:
                var grey = ((index - 232) * 10) + 8;
                return Nearest(grey, grey, grey);
            case >= 16 and < 232:
                return Nearest(Level((index - 16) / 36), Level((index - 16) / 6 % 6), Level((index - 16) % 6));
            default:
                return 7;
        }

        static int Level(int step) => step == 0 ? 0 : 55 + (step * 40);
    }

    private static int Nearest(long r, long g, long b) =>
        Enumerable.Range(0, Palette.Length).MinBy(i =>
            ((r - Palette[i].R) * (r - Palette[i].R))
            + ((g - Palette[i].G) * (g - Palette[i].G))
            + ((b - Palette[i].B) * (b - Palette[i].B)));
}
