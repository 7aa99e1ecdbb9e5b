namespace Sacredboard.Web.Table;

/// <summary>A table's address after reading.</summary>
/// <param name="State">The state, as far as the address could be read.</param>
/// <param name="Problems">The parameters that could not be read; no address may cause a server error.</param>
/// <param name="IsStep">
/// The address contains a step: the state is the one after it, and the client should be redirected to that state's address.
/// </param>
public sealed record TableReading(TableState State, IReadOnlyList<TableProblem> Problems, bool IsStep);
