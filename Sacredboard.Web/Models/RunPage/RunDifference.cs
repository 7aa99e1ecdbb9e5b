using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The differences of the config from that of the previous run of the same experiment.</summary>
public sealed record RunDifference(string OtherId, string OtherUrl, IReadOnlyList<RunDifferenceLine> Lines);

public sealed record RunDifferenceLine(string Field, CellText Here, CellText There);
