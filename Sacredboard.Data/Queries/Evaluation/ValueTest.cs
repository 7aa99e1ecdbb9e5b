using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Tests one value for a condition. Each type of value fails unless the test overrides its method.</summary>
internal abstract class ValueTest
{
    public virtual bool Number(in ExactNumber number) => false;

    public virtual bool Text(string text) => false;

    public virtual bool Date(long ticks) => false;

    public virtual bool Boolean(bool value) => false;

    public virtual bool Null() => false;

    public virtual bool Missing() => false;

    /// <summary>A list; also the items of a tuple, a set or an array, unless <see cref="Typed"/> says otherwise.</summary>
    public virtual bool List(IReadOnlyList<SacredValue> items) => false;

    public virtual bool Object() => false;

    /// <summary>A value of a special type that is none of the above.</summary>
    public virtual bool Other() => false;

    /// <summary>A value that jsonpickle stored as an object and that decodes to a list.</summary>
    public virtual bool Typed(IReadOnlyList<SacredValue> items) => List(items);

    /// <summary>A value as it was stored and decoded.</summary>
    public bool Is(SacredValue? value) => value switch
    {
        null => Missing(),
        SacredInteger number => Number(ExactNumber.Of(number.Value)),
        SacredDouble number => Number(ExactNumber.Of(number.Value)),
        SacredText text => Text(text.Value),
        SacredDate date => Date(date.Value.Ticks),
        SacredBoolean boolean => Boolean(boolean.Value),
        SacredNull => Null(),
        SacredList list => List(list.Items),
        SacredObject => Object(),
        SacredTyped { Value: SacredList list } => Typed(list.Items),
        SacredTyped { Value: { } inner } when inner is not SacredObject => Is(inner),
        SacredTyped typed => IsBson(typed) ? Other() : Object(),
        _ => false,
    };

    /// <summary>A value that the catalog keeps whole, or only its size when it is too large.</summary>
    public bool Is(PackedValue value) => value.Value switch
    {
        SacredTyped { TypeName: "list", Value: SacredText } => List([]),
        SacredTyped { Value: SacredText } or SacredText => Object(),
        _ => Is(value.Value),
    };

    private static bool IsBson(SacredTyped typed) => typed.TypeName.StartsWith("bson.", StringComparison.Ordinal);
}
