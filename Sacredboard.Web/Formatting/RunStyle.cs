using System.Globalization;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// How the curve of a run is drawn: in a colour and a dash style that the run has on every page. Pages carry both as
/// <c>data-colour</c> and <c>data-dash</c>, which style sheets and charts read.
/// </summary>
/// <param name="Number">Not negative. Neighbouring numbers differ in colour, those of the same colour in dashes.</param>
public readonly record struct RunStyle(uint Number)
{
    private const int Colours = 10;

    private static readonly string[] Dashes = ["solid", "dashed", "dotted", "dash-dot"];

    /// <summary>1 to 10: the number of the style sheet's variable <c>--curve-1</c>.</summary>
    public int Colour => (int)(Number % Colours) + 1;

    /// <summary><c>solid</c>, <c>dashed</c>, <c>dotted</c> or <c>dash-dot</c>.</summary>
    public string Dash => Dashes[Number / Colours % (uint)Dashes.Length];

    /// <summary>The style of a run; the same in every process. Directories number their runs in text.</summary>
    public static RunStyle Of(RunId id) =>
        id.Kind is RunIdKind.Integer or RunIdKind.Text && ulong.TryParse(id.ToString(), NumberStyles.None, null, out var number)
            ? new((uint)(number % (ulong)(Colours * Dashes.Length)))
            : OfText($"{id.Kind} {id}");

    /// <summary>The style of what has a name but no number, such as a group.</summary>
    public static RunStyle OfText(string text) => new(Hash(text) % (uint)(Colours * Dashes.Length));

    // FNV-1a: .NET's own hash codes differ in each process.
    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619;
        }

        // Its lowest bits alone are poor.
        return hash ^ (hash >> 15);
    }
}
