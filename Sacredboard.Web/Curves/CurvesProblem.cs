namespace Sacredboard.Web.Curves;

/// <summary>Why curves that were asked for cannot be drawn.</summary>
/// <param name="Parameter">The parameter that cannot be read.</param>
/// <param name="Reason">What it may be.</param>
public sealed record CurvesProblem(string Parameter, string Reason);
