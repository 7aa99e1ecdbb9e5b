using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Columns;

/// <summary>The fields that can be columns, as far as they are shown.</summary>
/// <param name="Groups">One for own fields and one for each tree such as config.</param>
/// <param name="Found">Number of fields that exist, or match the search.</param>
/// <param name="NotShown">Number of these that are not shown because there are too many.</param>
/// <param name="LacksMetrics">The names of metrics are not known yet.</param>
/// <param name="Typed">The search text as a field, if it can be a column although it is not in the tree; else null.</param>
public sealed record FieldTree(IReadOnlyList<FieldNode> Groups, int Found, int NotShown, bool LacksMetrics, FieldNode? Typed);

/// <summary>A field of the tree, or a group of fields.</summary>
public sealed record FieldNode
{
    /// <summary>The last part of its path, or the group's title.</summary>
    public required string Key { get; init; }

    /// <summary>The text of the field; "" for a group.</summary>
    public required string Field { get; init; }

    /// <summary>Number of runs that have it; null if unknown.</summary>
    public int? Runs { get; init; }

    public CellText? Example { get; init; }

    public bool IsShown { get; init; }

    public bool IsOpen { get; init; }

    public IReadOnlyList<FieldNode> Children { get; init; } = [];

    public string Name => Key.Length == 0 ? "(no name)" : ValueText.Visible(Key);

    /// <summary>The whole object as a field beside its members; null for a group.</summary>
    public FieldNode? Whole => Field.Length == 0 ? null : this with { Key = "whole value", Children = [] };
}
