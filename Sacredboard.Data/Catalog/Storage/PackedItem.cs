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

    /// <summary>Known to hold no secret and to be short enough: a run's text equal to it is this text.</summary>
    public bool IsPlain { get; set; }

    public override bool Contains(SearchWord word) => word.IsIn(Value);
}

/// <summary>A list, a typed value or a number too large for 64 bits. Equal ones are usually, but not always, the same object.</summary>
internal sealed class PackedValue(int id, SacredValue value, int hash) : PackedItem(id)
{
    public SacredValue Value { get; } = value;

    /// <summary>The <see cref="ValueContent.Hash"/> of the value.</summary>
    public int Hash { get; } = hash;

    /// <summary>Known to hold no secret and to be small enough: a run's value equal to it is this value.</summary>
    public bool IsPlain { get; set; }

    public override bool Contains(SearchWord word) => word.IsIn(Value);
}
