using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Makes equal parts of value trees the same objects, because Sacred stores the same repository for each source file. Not safe for
/// concurrent use.
/// </summary>
internal sealed class ValueSharer
{
    private readonly InternCache<string> _texts;
    private readonly InternCache<SacredValue> _values;
    private readonly Func<SacredValue, SacredValue> _make;

    /// <param name="memory">Number of recent parts of each kind that are kept to find equal ones.</param>
    public ValueSharer(int memory) => (_texts, _values, _make) = (new(memory), new(memory, ValueContent.Comparer), Make);

    public SacredValue Share(SacredValue value) => value switch
    {
        SacredText text => Shared(text),
        SacredList list => new SacredList(Share(list.Items, Shared)),
        SacredObject members => new SacredObject(Share(members.Members, Share)),
        SacredTyped typed => new SacredTyped(_texts.Intern(typed.TypeName), typed.Value is null ? null : Share(typed.Value), typed.Raw),
        _ => value,
    };

    private static T[] Share<T>(IReadOnlyList<T> items, Func<T, T> share)
    {
        var shared = new T[items.Count];
        for (var i = 0; i < shared.Length; i++)
        {
            shared[i] = share(items[i]);
        }

        return shared;
    }

    private SacredValue Shared(SacredValue value) => _values.Intern(value, _make);

    private KeyValuePair<string, SacredValue> Share(KeyValuePair<string, SacredValue> member) =>
        new(_texts.Intern(member.Key), Shared(member.Value));

    private SacredValue Make(SacredValue value) => value is SacredText text ? new SacredText(_texts.Intern(text.Value)) : Share(value);
}
