using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Shared;

/// <param name="Name">The name of the tree: "config".</param>
/// <param name="Value">The decoded tree; null if the run does not have it.</param>
/// <param name="WholeUrl">The address of the whole tree, for trees that are too large to show.</param>
public sealed record TreeViewModel(string Name, SacredValue? Value, string WholeUrl)
{
    /// <summary>Where a table can filter by the values of the tree; null where it cannot.</summary>
    public ValueOrigin? Origin { get; init; }

    /// <summary>Words behind its values, by <see cref="ValueMark.PathOf"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ValueMark>> Marks { get; init; } = new Dictionary<string, IReadOnlyList<ValueMark>>();

    /// <summary>Addresses of the whole value in other languages, by their names.</summary>
    public IReadOnlyList<(string Name, string Url)> Texts { get; init; } = [];

    public bool IsEmpty => Value is null or SacredNull or SacredObject { Members.Count: 0 };
}
