using System.Diagnostics.CodeAnalysis;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>
/// The keys by which runs are grouped: fields, or the whole config without seeds. Its text is fields separated by commas;
/// the word <c>config</c> (or <c>config-without-seed</c>) is the whole config (config keys of these names are <c>config.config</c> and
/// <c>config.config-without-seed</c>).
/// </summary>
public sealed record RunGrouping
{
    /// <summary>The text of the whole config without seeds.</summary>
    public const string WholeConfig = "config";

    /// <summary>The same, for those who do not know that seeds are left out.</summary>
    private const string WithoutSeeds = "config-without-seed";

    /// <summary>Maximum number of keys.</summary>
    public const int MaxKeys = 8;

    /// <summary>At least one; null stands for the whole config.</summary>
    public required IReadOnlyList<RunField?> Keys { get; init; }

    /// <summary>The config keys that are ignored when whole configs are compared.</summary>
    public SeedKeys Seeds { get; init; } = SeedKeys.ByName;

    public bool HasConfig => Keys.Contains(null);

    /// <summary>Parses one to <see cref="MaxKeys"/> keys; false with the position of the first fault.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RunGrouping? grouping, out int position)
    {
        grouping = null;
        var keys = new List<RunField?>();
        position = 0;
        foreach (var (start, part) in FieldList.Parts(text))
        {
            RunField? field = null;
            if (part is not (WholeConfig or WithoutSeeds) && !RunField.TryParse(part, out field, out position))
            {
                position += start;
                return false;
            }

            if (!keys.Contains(field))
            {
                keys.Add(field);
            }
        }

        position = keys.Count > MaxKeys ? text.Length : 0;
        grouping = keys.Count is 0 or > MaxKeys ? null : new() { Keys = keys };
        return grouping is not null;
    }

    /// <summary>True when all runs of a group have the same value of this field, because it is one of the keys or part of one.</summary>
    public bool Settles(RunField field) =>
        Keys.Contains(field) || (HasConfig && field.Root == FieldRoot.Config && !Seeds.Cover(field.Path));

    /// <summary>True when <see cref="Settles"/> is, and for times, of which a group has the latest.</summary>
    public bool HasValue(RunField field) => Settles(field) || field.OwnField is { Kind: OwnKind.Time };

    /// <summary>The text for <see cref="TryParse"/>, without the seeds.</summary>
    public override string ToString() => string.Join(',', Keys.Select(Written));

    private static string Written(RunField? key) =>
        key is null ? WholeConfig
        : key.ToString() is var text && text is WholeConfig or WithoutSeeds ? WholeConfig + "." + text
        : text;
}
