namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The tags of a run, shared by all runs with the same tags.</summary>
/// <param name="names">The tags.</param>
/// <param name="joined">The tags as one text for searching and sorting.</param>
internal sealed class TagSet(string[] names, PackedText joined) : IEquatable<TagSet>
{
    public string[] Names { get; } = names;

    public PackedText Joined { get; } = joined;

    public bool Equals(TagSet? other) =>
        other is not null && ReferenceEquals(Joined, other.Joined) && Names.AsSpan().SequenceEqual(other.Names);

    public override bool Equals(object? obj) => Equals(obj as TagSet);

    public override int GetHashCode() => Joined.Id;
}
