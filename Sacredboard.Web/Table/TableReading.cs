namespace Sacredboard.Web.Table;

/// <summary>What the address of a table says.</summary>
/// <param name="State">As far as it could be understood.</param>
/// <param name="Problems">What could not be understood; nothing that a client sends is an error of ours.</param>
/// <param name="IsStep">
/// The address asked for a step from the table in it: the state is the next one, whose own address is better kept.
/// </param>
public sealed record TableReading(TableState State, IReadOnlyList<TableProblem> Problems, bool IsStep);
