namespace Sacredboard.Web.Charts;

/// <summary>Why a parameter of curves cannot be read.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Detail">What it may be.</param>
public sealed record CurveProblem(string Parameter, string Detail);
