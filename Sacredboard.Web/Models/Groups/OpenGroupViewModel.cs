namespace Sacredboard.Web.Models.Groups;

/// <summary>An expanded group with its table.</summary>
public sealed record OpenGroupViewModel(GroupTableViewModel Table, GroupRowViewModel Group, GroupMembersViewModel Members);
