using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Columns;

/// <summary>All fields that could be columns, as far as they are shown.</summary>
/// <param name="Groups">One for the runs' own fields and one for each tree.</param>
/// <param name="Found">How many fields there are, or match.</param>
/// <param name="Left">How many of these are not shown, because there are too many.</param>
/// <param name="LacksMetrics">The names of metrics are not known yet.</param>
/// <param name="Typed">What was searched for, when it can be a column though no run lists it; null else.</param>
public sealed record FieldTree(IReadOnlyList<FieldNode> Groups, int Found, int Left, bool LacksMetrics, FieldNode? Typed);

/// <summary>A field of the tree, or a name under which there are some.</summary>
public sealed record FieldNode
{
    /// <summary>The last part of its path, or the group's title.</summary>
    public required string Key { get; init; }

    /// <summary>As it is written; "" for what cannot be a column.</summary>
    public required string Field { get; init; }

    /// <summary>How many runs have it; null where that is not known.</summary>
    public int? Runs { get; init; }

    public CellText? Example { get; init; }

    public bool IsShown { get; init; }

    public bool IsOpen { get; init; }

    public IReadOnlyList<FieldNode> Children { get; init; } = [];

    public string Name => Key.Length == 0 ? "(no name)" : ValueText.Visible(Key);

    /// <summary>The object itself as a field, beside those in it; null for a group.</summary>
    public FieldNode? Whole => Field.Length == 0 ? null : this with { Key = "whole value", Children = [] };
}
