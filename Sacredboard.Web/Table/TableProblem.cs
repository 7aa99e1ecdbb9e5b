namespace Sacredboard.Web.Table;

/// <summary>A parameter of the URL that could not be read as it is.</summary>
/// <param name="Parameter">Its name, as given.</param>
/// <param name="Reason">What is wrong, and what is allowed.</param>
public sealed record TableProblem(string Parameter, string Reason)
{
    /// <summary>The index of the fault in its value, from 0; null for the whole value.</summary>
    public int? Position { get; init; }

    /// <summary>The parameter is ignored.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>The text for a page, which shows the table without the parameter.</summary>
    public string Text => IsIgnored ? $"Ignored. {Reason}" : Reason;
}
