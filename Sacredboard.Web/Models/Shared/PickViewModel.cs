namespace Sacredboard.Web.Models.Shared;

/// <summary>
/// The button at a value that opens the menu with what a table can do with it; belongs to the form <c>pick</c> of the page.
/// </summary>
/// <param name="Of">The run and the field: <c>42:host</c>.</param>
/// <param name="Name">The value's name for people.</param>
public sealed record PickViewModel(string Of, string Name);
