namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The tags of a run, shared with all runs that have the same.</summary>
/// <param name="names">One by one.</param>
/// <param name="joined">As one text, to search and sort by.</param>
internal sealed class TagSet(string[] names, PackedText joined) : IEquatable<TagSet>
{
    public string[] Names { get; } = names;

    public PackedText Joined { get; } = joined;

    public bool Equals(TagSet? other) => other is not null && ReferenceEquals(Joined, other.Joined) && Names.AsSpan().SequenceEqual(other.Names);

    public override bool Equals(object? obj) => Equals(obj as TagSet);

    public override int GetHashCode() => Joined.Id;
}
