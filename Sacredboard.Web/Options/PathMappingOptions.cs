using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Web.Options;

/// <summary>Two paths of one directory.</summary>
public sealed class PathMappingOptions
{
    /// <summary>The path that the runs recorded, such as <c>/cluster/home</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>The path on this machine, such as <c>/mnt/home</c>.</summary>
    public string To { get; set; } = "";

    public PathMapping ToMapping() => new(From, Here(To));

    /// <summary>A configured path as an absolute one.</summary>
    public static string Here(string path) => Path.GetFullPath(HomePath.Expand(path));
}
