namespace Sacredboard.Web.Models.Compare;

/// <summary>The content of a tab of a comparison; each tab has its own record and partial view.</summary>
public abstract record CompareTabContent;
