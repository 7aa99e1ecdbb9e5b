using Sacredboard.Web.Formatting;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.ValuePage;

/// <summary>What can be done with a value of a run: a menu at the value, or a page without scripts.</summary>
public sealed record ValuePageViewModel
{
    public required Source Source { get; init; }

    /// <summary>The field as it is written.</summary>
    public required string Field { get; init; }

    public required CellText Value { get; init; }

    public required IReadOnlyList<ValueChoice> Choices { get; init; }

    /// <summary>The table as it is.</summary>
    public required string TableUrl { get; init; }
}

/// <summary>One of the things that can be done with a value.</summary>
/// <param name="What">A word that identifies it: <c>same</c>, <c>other</c>, <c>column</c>, <c>group</c>, …</param>
/// <param name="Hint">What it adds to the table, as it is written in the address.</param>
public sealed record ValueChoice(string What, string Icon, string Text, string Hint, string Url);
