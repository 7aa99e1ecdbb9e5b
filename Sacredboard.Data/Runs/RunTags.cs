using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>
/// Reads the tags of a run: <c>config.tags</c> (a list of texts, or one text with commas, as Omniboard also reads it) and
/// <c>omniboard.tags</c>, which Omniboard adds.
/// </summary>
public static class RunTags
{
    public static IReadOnlyList<string> Read(SacredValue? ofConfig, SacredValue? ofOmniboard)
    {
        if (ofConfig is null && ofOmniboard is null)
        {
            return [];
        }

        var configured = ofConfig is SacredText text ? text.Value.Split(',', StringSplitOptions.TrimEntries) : Texts(ofConfig);
        return [.. configured.Concat(Texts(ofOmniboard)).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Texts(SacredValue? value) => value switch
    {
        SacredList list => list.Items.OfType<SacredText>().Select(item => item.Value),
        // A tuple or set as jsonpickle stores it.
        SacredObject { Members: [{ Key: "py/tuple" or "py/set", Value: SacredList items }] } => Texts(items),
        SacredTyped typed => Texts(typed.Value),
        _ => [],
    };
}
