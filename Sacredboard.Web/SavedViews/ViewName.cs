using System.Text;
using Sacredboard.Data.State;

namespace Sacredboard.Web.SavedViews;

/// <summary>What a view may be called.</summary>
public static class ViewName
{
    /// <summary>On one line, without blanks around it.</summary>
    public static string Clean(string? name) =>
        string.Concat((name ?? "").EnumerateRunes().Where(rune => !Rune.IsControl(rune))).Trim();

    /// <summary>What is wrong with a clean name, or null.</summary>
    public static string? Problem(string name) => name.Length switch
    {
        0 => "Give the view a name.",
        > SavedView.MaxNameLength => $"A name has at most {SavedView.MaxNameLength} characters.",
        _ => null,
    };
}
