using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>One line of a list of facts.</summary>
/// <param name="Value">The full text.</param>
/// <param name="Time">Set for a point in time, which is also shown as an age.</param>
/// <param name="Mono">Shown in a monospaced font.</param>
/// <param name="Link">An http or https address, or null.</param>
public sealed record RunFact(string Name, string Value, DateTime? Time = null, bool Mono = false, string? Link = null)
{
    /// <summary>The run and the field that holds it, to filter by: <c>42:host</c>; null for none.</summary>
    public string? Of { get; init; }

    public static RunFact At(string name, DateTime time) => new(name, TimeText.Exact(time), time);
}
