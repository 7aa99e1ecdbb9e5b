namespace Sacredboard.Web.Models.Groups;

/// <summary>A group that is expanded, in its table.</summary>
public sealed record OpenGroupViewModel(GroupTableViewModel Table, GroupRowViewModel Group, GroupMembersViewModel Members);
