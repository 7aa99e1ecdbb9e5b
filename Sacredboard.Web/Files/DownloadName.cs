using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Files;

/// <summary>The file name that a browser suggests for a download.</summary>
public static class DownloadName
{
    private const int MaxLength = 150;

    /// <summary>The last part of the stored name, as <see cref="Clean"/> leaves it.</summary>
    public static string Of(RunFile file) => Clean(file.Name[(file.Name.LastIndexOfAny(['/', '\\']) + 1)..], file.Id);

    /// <summary>The name without characters that file systems or headers reject, and not too long. Never empty.</summary>
    public static string Clean(string name, string otherwise)
    {
        var clean = string.Concat(name.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !"/\\<>:\"|?*".Contains(rune.ToString())));
        // The extension matters, so the middle is cut.
        var cut = Ellipsis.Middle(clean.Trim('.', ' '), MaxLength);
        return cut.Length == 0 ? otherwise : cut;
    }
}
