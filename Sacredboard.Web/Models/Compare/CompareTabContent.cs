namespace Sacredboard.Web.Models.Compare;

/// <summary>The content of a tab of a comparison; each tab has its own record and partial view.</summary>
public abstract record CompareTabContent
{
    /// <summary>What is still read, so that numbers are missing; null for nothing.</summary>
    public virtual string? Progress => null;
}

/// <summary>A tab about one number of each run.</summary>
public abstract record CompareFigureTab : CompareTabContent
{
    public required CompareFigure Figure { get; init; }

    public override string? Progress => Figure.Progress;
}
