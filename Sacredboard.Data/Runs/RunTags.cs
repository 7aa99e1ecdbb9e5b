using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>
/// The tags of a run: <c>config.tags</c> (a list of texts, or one text with commas, as Omniboard agreed) and those that
/// Omniboard adds (<c>omniboard.tags</c>).
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
        // A tuple or set that Sacred left as jsonpickle wrote it.
        SacredObject { Members: [{ Key: "py/tuple" or "py/set", Value: SacredList items }] } => Texts(items),
        SacredTyped typed => Texts(typed.Value),
        _ => [],
    };
}
