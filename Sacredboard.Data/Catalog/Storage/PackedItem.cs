using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>A text or value that many runs share. Its id lets a search test it once for all runs.</summary>
internal abstract class PackedItem(int id)
{
    public int Id { get; } = id;

    public abstract bool Contains(SearchWord word);
}

/// <summary>A text. There is one of each in a <see cref="PackPool"/>: equal texts are the same object.</summary>
internal sealed class PackedText(int id, string value) : PackedItem(id)
{
    public string Value { get; } = value;

    public override bool Contains(SearchWord word) => word.IsIn(Value);
}

/// <summary>A list, a typed value or a number too large for 64 bits. Equal ones are usually, but not always, the same object.</summary>
internal sealed class PackedValue(int id, SacredValue value) : PackedItem(id)
{
    public SacredValue Value { get; } = value;

    public override bool Contains(SearchWord word) => word.IsIn(Value);
}
