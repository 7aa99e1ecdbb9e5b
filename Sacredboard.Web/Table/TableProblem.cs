namespace Sacredboard.Web.Table;

/// <summary>A parameter of the URL that could not be understood as it is.</summary>
/// <param name="Parameter">Its name, as given.</param>
/// <param name="Reason">What is wrong, and what is allowed.</param>
public sealed record TableProblem(string Parameter, string Reason)
{
    /// <summary>Where in its value, from 0; null where all of it is meant.</summary>
    public int? Position { get; init; }

    /// <summary>It is left out of account.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>For a page, which shows the rest.</summary>
    public string Text => IsIgnored ? $"Ignored. {Reason}" : Reason;
}
