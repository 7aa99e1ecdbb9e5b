using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Files;

/// <summary>The name under which a browser keeps a file.</summary>
public static class DownloadName
{
    private const int Longest = 150;

    /// <summary>The last part of the stored name, as <see cref="Clean"/> leaves it.</summary>
    public static string Of(RunFile file) => Clean(file.Name[(file.Name.LastIndexOfAny(['/', '\\']) + 1)..], file.Id);

    /// <summary>Without what no file system or header takes, and not too long. Never empty.</summary>
    public static string Clean(string name, string otherwise)
    {
        var clean = string.Concat(name.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !"/\\<>:\"|?*".Contains(rune.ToString())));
        // The ending says what it is, so the middle goes.
        var cut = Ellipsis.Middle(clean.Trim('.', ' '), Longest);
        return cut.Length == 0 ? otherwise : cut;
    }
}
