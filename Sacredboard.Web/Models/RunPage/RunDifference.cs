using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>How the config differs from that of the run before of the same experiment.</summary>
public sealed record RunDifference(string OtherId, string OtherUrl, IReadOnlyList<RunDifferenceLine> Lines);

public sealed record RunDifferenceLine(string Field, CellText Here, CellText There);
