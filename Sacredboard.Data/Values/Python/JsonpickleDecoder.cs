namespace Sacredboard.Data.Values.Python;

/// <summary>One walk over a tree; see <see cref="Jsonpickle"/>.</summary>
internal sealed class JsonpickleDecoder
{
    // Stored trees are at most JsonTree.MaxDepth deep; JSON texts inside them may add to that.
    private const int MaxDepth = JsonTree.MaxDepth + 100;

    private const string KeyPrefix = "json://";

    private int _depth;

    /// <summary>What may still be unpacked, so that a few stored bytes cannot become gigabytes.</summary>
    public UnpackBudget Budget { get; } = new();

    public SacredValue Decode(SacredValue value)
    {
        if (value is not (SacredList or SacredObject) || _depth >= MaxDepth)
        {
            return value;
        }

        _depth++;
        var decoded = value is SacredList list ? DecodeList(list) : DecodeObject((SacredObject)value);
        _depth--;
        return decoded;
    }

    public SacredList DecodeItems(IReadOnlyList<SacredValue> items) => new([.. items.Select(Decode)]);

    /// <summary>Decodes members that are not jsonpickle tags.</summary>
    public SacredObject DecodeMembers(IEnumerable<KeyValuePair<string, SacredValue>> members)
    {
        var decoded = new List<KeyValuePair<string, SacredValue>>();
        foreach (var (key, value) in members)
        {
            decoded.Add(new(DecodeKey(key), Decode(value)));
        }

        var names = new HashSet<string>(decoded.Count);
        return decoded.TrueForAll(member => names.Add(member.Key))
            ? new SacredObject([.. decoded])
            // {1: …, "1": …} decodes to equal keys, so the stored keys are kept.
            : new SacredObject([.. members.Select((member, i) => new KeyValuePair<string, SacredValue>(member.Key, decoded[i].Value))]);
    }

    private SacredList DecodeList(SacredList list)
    {
        SacredValue[]? changed = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var decoded = Decode(list.Items[i]);
            if (!ReferenceEquals(decoded, list.Items[i]))
            {
                changed ??= [.. list.Items];
                changed[i] = decoded;
            }
        }

        return changed is null ? list : new SacredList(changed);
    }

    private SacredValue DecodeObject(SacredObject stored)
    {
        var keysStay = true;
        for (var i = 0; i < stored.Members.Count; i++)
        {
            var key = stored.Members[i].Key;
            if (key.StartsWith("py/", StringComparison.Ordinal) && JsonpickleTags.Decode(this, stored) is { } typed)
            {
                return typed;
            }

            keysStay &= DecodeKey(key) == key;
        }

        return keysStay ? DecodeValues(stored) : DecodeMembers(stored.Members);
    }

    // Nearly always nothing is tagged, and then the tree stays as it is.
    private SacredObject DecodeValues(SacredObject stored)
    {
        KeyValuePair<string, SacredValue>[]? changed = null;
        for (var i = 0; i < stored.Members.Count; i++)
        {
            var (key, value) = stored.Members[i];
            if (Decode(value) is var decoded && !ReferenceEquals(decoded, value))
            {
                changed ??= [.. stored.Members];
                changed[i] = new(key, decoded);
            }
        }

        return changed is null ? stored : new SacredObject(changed);
    }

    // Keys that are not strings are stored as JSON: {1: …} has the key "json://1".
    private string DecodeKey(string key)
    {
        if (!key.StartsWith(KeyPrefix, StringComparison.Ordinal))
        {
            return key;
        }

        try
        {
            var (value, _) = JsonTree.Parse(System.Text.Encoding.UTF8.GetBytes(key[KeyPrefix.Length..]));
            return PythonText.Of(Decode(value));
        }
        catch (JsonFormatException)
        {
            return key;
        }
    }
}

/// <summary>Limits what one decoding may unpack in total.</summary>
internal sealed class UnpackBudget
{
    private long _bytes = 64 * 1024 * 1024;
    private long _items = 2_000_000;

    /// <summary>Takes bytes and items from the budget; false when less is left.</summary>
    public bool TryTake(long bytes, long items)
    {
        if (bytes < 0 || items < 0 || bytes > _bytes || items > _items)
        {
            return false;
        }

        _bytes -= bytes;
        _items -= items;
        return true;
    }
}
