using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Web.Options;

/// <summary>
/// Where the output of runs may lie that only name the file, as those of SEML do. The section <c>Sacredboard:OutputFiles</c>.
/// </summary>
public sealed class OutputFilesOptions
{
    /// <summary>Directories in which such files may be opened. Default none.</summary>
    public IList<string> Roots { get; set; } = [];

    /// <summary>Directories that have another path here than where the runs were trained. Default none.</summary>
    public IList<PathMappingOptions> PathMappings { get; set; } = [];

    /// <summary>The settings with absolute paths.</summary>
    public RecordedFileOptions ToRecordedFiles() => new()
    {
        Roots = [.. Roots.Select(PathMappingOptions.Here)],
        PathMappings = [.. PathMappings.Select(mapping => mapping.ToMapping())],
    };
}
