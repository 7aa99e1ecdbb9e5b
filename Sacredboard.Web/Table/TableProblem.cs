namespace Sacredboard.Web.Table;

/// <summary>A parameter of the URL that could not be understood and is left out of account.</summary>
/// <param name="Parameter">Its name, as given.</param>
/// <param name="Reason">One sentence that says what is wrong and what is allowed.</param>
public sealed record TableProblem(string Parameter, string Reason);
