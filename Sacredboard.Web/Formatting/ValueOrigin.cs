using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Formatting;

/// <summary>The tree of a run that a value is from. Written, it names the value in the address of what a table can do with it.</summary>
/// <param name="Segment">The URL segment of the run's id.</param>
/// <param name="Root">The tree.</param>
public sealed record ValueOrigin(string Segment, FieldRoot Root)
{
    /// <summary><c>42:optimizer.lr</c></summary>
    public string Of(IReadOnlyList<string> path) => $"{Segment}:{new RunField { Root = Root, Path = path }}";

    /// <summary><c>42:config</c>, to which scripts append a path.</summary>
    public override string ToString() => $"{Segment}:{Root.ToString().ToLowerInvariant()}";
}
