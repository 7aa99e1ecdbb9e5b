using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>One line of a list of facts.</summary>
/// <param name="Value">In full; shown as it is.</param>
/// <param name="Time">Set for a point in time, which is then shown by its age too.</param>
/// <param name="Mono">Shown in the typeface of code.</param>
/// <param name="Link">An http or https address, or null.</param>
public sealed record RunFact(string Name, string Value, DateTime? Time = null, bool Mono = false, string? Link = null)
{
    public static RunFact At(string name, DateTime time) => new(name, TimeText.Exact(time), time);
}
