using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying;

/// <summary>A value as one text, for comparing and searching; not for show.</summary>
internal static class ValueText
{
    public static string Of(SacredValue? value) => value switch
    {
        null => "",
        SacredNull => "null",
        SacredBoolean b => b.Value ? "true" : "false",
        SacredInteger i => i.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble d => d.Value.ToString("R", CultureInfo.InvariantCulture),
        SacredText t => t.Value,
        SacredDate d => d.Value.ToString("O", CultureInfo.InvariantCulture),
        SacredList l => "[" + string.Join(",", l.Items.Select(Of)) + "]",
        SacredObject o => "{" + string.Join(",", o.Members.Select(member => member.Key + ":" + Of(member.Value))) + "}",
        SacredTyped t => t.TypeName + " " + Of(t.Value ?? t.Raw),
        _ => "",
    };
}
