using System.Text;
using Sacredboard.Data.State;

namespace Sacredboard.Web.SavedViews;

/// <summary>The rules for names of views.</summary>
public static class ViewName
{
    /// <summary>Removes control characters, and spaces around the name.</summary>
    public static string Clean(string? name) =>
        string.Concat((name ?? "").EnumerateRunes().Where(rune => !Rune.IsControl(rune))).Trim();

    /// <summary>The problem of a clean name, or null.</summary>
    public static string? Problem(string name) => name.Length switch
    {
        0 => "Give the view a name.",
        > SavedView.MaxNameLength => $"A name has at most {SavedView.MaxNameLength} characters.",
        _ => null,
    };
}
