using System.IO.Enumeration;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>Which folders of a directory are searched for runs.</summary>
public sealed record FolderOptions
{
    public const int DefaultDepth = 8;

    public const int DefaultMaxFolders = 20_000;

    /// <summary>Levels of folders that are searched below the directory; with 0 only runs directly in it are found.</summary>
    public int Depth { get; init; } = DefaultDepth;

    /// <summary>No more folders than this are searched.</summary>
    public int MaxFolders { get; init; } = DefaultMaxFolders;

    /// <summary>
    /// Names or paths of folders that are not searched; <c>*</c> and <c>?</c> stand for any characters, slashes included.
    /// </summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// Whether a folder may be searched, by its path alone. Names with an underscore in front are Sacred's own (<c>_sources</c>), those
    /// with a dot are hidden.
    /// </summary>
    /// <param name="folder">Its path below the directory, with slashes; "" for the directory itself.</param>
    internal bool Allows(string folder)
    {
        if (folder.Length == 0)
        {
            return true;
        }

        var names = folder.Split('/');
        return names.Length <= Depth
            && names.All(name => name.Length is > 0 and <= 255 && name[0] is not ('_' or '.') && IsName(name))
            && !Exclude.Any(pattern => IsMatch(pattern, folder, names));
    }

    private static bool IsName(string name) =>
        !name.Contains('\0') && (!OperatingSystem.IsWindows() || name.AsSpan().IndexOfAny("\\:") < 0);

    // Of the path also each beginning, so that what lies in an excluded folder is excluded too.
    private static bool IsMatch(string pattern, string folder, string[] names)
    {
        if (!pattern.Contains('/'))
        {
            return names.Any(name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));
        }

        var wanted = pattern.Trim('/');
        return Enumerable.Range(1, names.Length)
            .Any(count => FileSystemName.MatchesSimpleExpression(wanted, string.Join('/', names[..count]), ignoreCase: false));
    }
}
