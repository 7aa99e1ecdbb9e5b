namespace Sacredboard.Web.Models.RunPage;

/// <summary>What a tab of a run's page shows; each tab has a record of its own, and a partial view for it.</summary>
public abstract record RunTabContent;
