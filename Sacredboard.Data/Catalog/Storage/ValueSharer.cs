using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Makes equal parts of value trees the same objects, because Sacred stores the same repository for each source file. Not safe for
/// concurrent use.
/// </summary>
/// <param name="memory">Number of recent parts of each kind that are kept to find equal ones.</param>
internal sealed class ValueSharer(int memory)
{
    private readonly InternCache<string> _texts = new(memory);
    private readonly InternCache<SacredValue> _values = new(memory, ValueContent.Comparer);

    public SacredValue Share(SacredValue value) => value switch
    {
        SacredText text => _values.Intern(text, Make),
        SacredList list => new SacredList(Array.ConvertAll([.. list.Items], item => _values.Intern(item, Make))),
        SacredObject members => new SacredObject(Array.ConvertAll([.. members.Members], Share)),
        SacredTyped typed => new SacredTyped(_texts.Intern(typed.TypeName), typed.Value is null ? null : Share(typed.Value), typed.Raw),
        _ => value,
    };

    private KeyValuePair<string, SacredValue> Share(KeyValuePair<string, SacredValue> member) =>
        new(_texts.Intern(member.Key), _values.Intern(member.Value, Make));

    private SacredValue Make(SacredValue value) => value is SacredText text ? new SacredText(_texts.Intern(text.Value)) : Share(value);
}
