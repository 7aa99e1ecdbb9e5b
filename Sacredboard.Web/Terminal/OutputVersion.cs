using System.Globalization;

namespace Sacredboard.Web.Terminal;

/// <summary>Versions of an output in addresses and answers: scripts cannot hold all numbers of 64 bits.</summary>
public static class OutputVersion
{
    public static string Text(long version) => version.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>0, which is no version, for what is none.</summary>
    public static long Parse(string? text) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
