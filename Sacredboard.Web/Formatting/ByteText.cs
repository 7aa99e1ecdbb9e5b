using System.Globalization;

namespace Sacredboard.Web.Formatting;

/// <summary>Sizes: "812 B", "1.5 kB", "16 MB" (powers of 1000).</summary>
public static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB", "PB", "EB"];

    public static string Of(long bytes)
    {
        double size = bytes;
        var unit = 0;
        // From 999.95 on, rounding would write "1000.0".
        while (size >= 999.95 && unit < Units.Length - 1)
        {
            size /= 1000;
            unit++;
        }

        var format = unit > 0 && size < 99.95 ? "0.#" : "0";
        return $"{size.ToString(format, CultureInfo.InvariantCulture)} {Units[unit]}";
    }
}
