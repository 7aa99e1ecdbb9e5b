using Sacredboard.Data.Values;

namespace Sacredboard.Web.Models.Shared;

/// <param name="Name">What is searched, for people: "config".</param>
/// <param name="Value">Decoded; null when the run does not have it.</param>
/// <param name="WholeUrl">Where all of it can be had when there is too much to show.</param>
public sealed record TreeViewModel(string Name, SacredValue? Value, string WholeUrl)
{
    public bool IsEmpty => Value is null or SacredNull or SacredObject { Members.Count: 0 };
}
