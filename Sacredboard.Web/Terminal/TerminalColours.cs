namespace Sacredboard.Web.Terminal;

/// <summary>The 16 colours of a terminal, which have CSS classes.</summary>
internal static class TerminalColours
{
    private static readonly (int R, int G, int B)[] Palette =
    [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ];

    /// <summary>The nearest to one of 256 colours, of which the first 16 are these.</summary>
    public static int Nearest(int index)
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

    /// <summary>The nearest to a colour.</summary>
    public static int Nearest(long r, long g, long b) =>
        Enumerable.Range(0, Palette.Length).MinBy(i =>
            ((r - Palette[i].R) * (r - Palette[i].R))
            + ((g - Palette[i].G) * (g - Palette[i].G))
            + ((b - Palette[i].B) * (b - Palette[i].B)));
}
