using System.Globalization;
using System.Text.RegularExpressions;

namespace Sacredboard.Web.Files;

/// <summary>A file name whose last digits count it: <c>epoch_012.png</c> is number 12 of <c>epoch_*.png</c>.</summary>
/// <param name="Series">The name with a star for the number; the name itself when it has none.</param>
/// <param name="Number">Null when the name has none.</param>
public readonly partial record struct NumberedName(string Series, int? Number)
{
    public static NumberedName Of(string name)
    {
        var match = LastNumber().Match(name);
        return match.Success && int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new($"{name.AsSpan(0, match.Index)}*{name.AsSpan(match.Index + match.Length)}", number)
            : new(name, null);
    }

    [GeneratedRegex(@"[0-9]+(?=[^0-9/]*$)")]
    private static partial Regex LastNumber();
}
