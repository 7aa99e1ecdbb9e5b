namespace Sacredboard.Web.Models.RunPage;

/// <summary>The content of a tab of a run's page; each tab has its own record and partial view.</summary>
public abstract record RunTabContent;
