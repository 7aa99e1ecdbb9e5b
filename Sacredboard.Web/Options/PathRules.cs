using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Options;

/// <summary>Checks settings that say which directories may be opened, and how they are called here.</summary>
internal static class PathRules
{
    /// <param name="name">The name of a setting of the section, for messages.</param>
    public static IEnumerable<string> Failures(
        IList<string> roots, IList<PathMappingOptions> mappings, Func<string, string> name)
    {
        for (var i = 0; i < roots.Count; i++)
        {
            if (!IsAbsolute(roots[i]))
            {
                yield return $"{name($"Roots:{i}")}: is '{roots[i]}', allowed is an absolute path of a directory, or one that begins "
                    + "with ~";
            }
        }

        for (var i = 0; i < mappings.Count; i++)
        {
            var mapping = mappings[i];
            if (mapping.From.Length == 0)
            {
                yield return $"{name($"PathMappings:{i}:{nameof(mapping.From)}")}: is empty, allowed is a directory as the runs "
                    + "recorded it";
            }

            if (!IsAbsolute(mapping.To))
            {
                yield return $"{name($"PathMappings:{i}:{nameof(mapping.To)}")}: is '{mapping.To}', allowed is an absolute path of a "
                    + "directory here";
            }
        }
    }

    private static bool IsAbsolute(string path) =>
        path.Length > 0 && !path.Contains('\0') && Path.IsPathFullyQualified(HomePath.Expand(path));
}
