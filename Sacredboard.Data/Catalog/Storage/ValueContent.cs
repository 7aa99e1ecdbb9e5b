using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>Compares values by content.</summary>
internal sealed class ValueContent : IEqualityComparer<SacredValue>
{
    public static readonly ValueContent Comparer = new();

    bool IEqualityComparer<SacredValue>.Equals(SacredValue? x, SacredValue? y) => AreEqual(x, y);

    int IEqualityComparer<SacredValue>.GetHashCode(SacredValue value) => Hash(value);

    public static bool AreEqual(SacredValue? a, SacredValue? b) => ReferenceEquals(a, b) || (a, b) switch
    {
        (SacredInteger x, SacredInteger y) => x.Value == y.Value,
        // Compares bits, so that NaN equals NaN and -0.0 differs from 0.0.
        (SacredDouble x, SacredDouble y) => BitConverter.DoubleToInt64Bits(x.Value) == BitConverter.DoubleToInt64Bits(y.Value),
        (SacredBoolean x, SacredBoolean y) => x.Value == y.Value,
        (SacredText x, SacredText y) => x.Value == y.Value,
        (SacredDate x, SacredDate y) => x.Value == y.Value,
        (SacredList x, SacredList y) => x.Items.Count == y.Items.Count && AreEqual(x.Items, y.Items),
        (SacredObject x, SacredObject y) => x.Members.Count == y.Members.Count && AreEqual(x.Members, y.Members),
        (SacredTyped x, SacredTyped y) => x.TypeName == y.TypeName && AreEqual(x.Value, y.Value) && AreEqual(x.Raw, y.Raw),
        _ => false,
    };

    public static int Hash(SacredValue? value)
    {
        switch (value)
        {
            case SacredInteger number:
                return number.Value.GetHashCode();
            case SacredDouble number:
                return BitConverter.DoubleToInt64Bits(number.Value).GetHashCode();
            case SacredBoolean boolean:
                return boolean.Value ? 3 : 5;
            case SacredText text:
                return text.Value.GetHashCode();
            case SacredDate date:
                return date.Value.GetHashCode();
            case SacredList list:
                return Hash(list.Items);
            case SacredObject members:
                return Hash(members.Members);
            case SacredTyped typed:
                return (typed.TypeName.GetHashCode() * 31) + Hash(typed.Value ?? typed.Raw);
            default:
                return 1;
        }
    }

    // Without LINQ, because each of millions of lists would allocate an enumerator.
    private static int Hash(IReadOnlyList<SacredValue> items)
    {
        var hash = 7;
        for (var i = 0; i < items.Count; i++)
        {
            hash = (hash * 31) + Hash(items[i]);
        }

        return hash;
    }

    private static int Hash(IReadOnlyList<KeyValuePair<string, SacredValue>> members)
    {
        var hash = 11;
        for (var i = 0; i < members.Count; i++)
        {
            hash = (((hash * 31) + members[i].Key.GetHashCode()) * 31) + Hash(members[i].Value);
        }

        return hash;
    }

    private static bool AreEqual(IReadOnlyList<SacredValue> a, IReadOnlyList<SacredValue> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (!AreEqual(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(IReadOnlyList<KeyValuePair<string, SacredValue>> a, IReadOnlyList<KeyValuePair<string, SacredValue>> b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i].Key != b[i].Key || !AreEqual(a[i].Value, b[i].Value))
            {
                return false;
            }
        }

        return true;
    }
}
