namespace Sacredboard.Data.Values.Python;

/// <summary>One walk over a tree; see <see cref="Jsonpickle"/>.</summary>
internal sealed class JsonpickleDecoder
{
    // A stored tree is not deeper than JsonTree.MaxDepth; texts inside of it that are JSON themselves may add to that.
    private const int MaxDepth = JsonTree.MaxDepth + 100;

    private const string KeyPrefix = "json://";

    private int _depth;

    /// <summary>How much may still be unpacked, so that a few bytes cannot become gigabytes.</summary>
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

    /// <summary>The items, decoded.</summary>
    public SacredList DecodeItems(IReadOnlyList<SacredValue> items) => new([.. items.Select(Decode)]);

    /// <summary>The members that are no tags, decoded.</summary>
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
            // {1: …, "1": …}: only the stored keys tell them apart.
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
        var plain = true;
        foreach (var (key, value) in stored.Members)
        {
            if (key.StartsWith("py/", StringComparison.Ordinal) && JsonpickleTags.Decode(this, stored) is { } typed)
            {
                return typed;
            }

            plain &= value is not (SacredList or SacredObject) && !key.StartsWith(KeyPrefix, StringComparison.Ordinal);
        }

        if (plain)
        {
            return stored;
        }

        var decoded = DecodeMembers(stored.Members);
        for (var i = 0; i < stored.Members.Count; i++)
        {
            if (!ReferenceEquals(decoded.Members[i].Value, stored.Members[i].Value) || decoded.Members[i].Key != stored.Members[i].Key)
            {
                return decoded;
            }
        }

        return stored;
    }

    // Keys that are no text are stored as their JSON: {1: …} has the key "json://1".
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

/// <summary>What one decoding may unpack in all.</summary>
internal sealed class UnpackBudget
{
    private long _bytes = 64 * 1024 * 1024;
    private long _items = 2_000_000;

    /// <summary>Asks for so many bytes and items; false when they are no longer to be had.</summary>
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
