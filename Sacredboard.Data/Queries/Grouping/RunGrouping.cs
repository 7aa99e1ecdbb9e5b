using System.Diagnostics.CodeAnalysis;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>
/// What runs are grouped by: one or several fields, or the whole config without its seeds. Written as fields with commas between;
/// the word <c>config</c> is the whole config (a config key of that name is <c>config.config</c>).
/// </summary>
public sealed record RunGrouping
{
    /// <summary>The whole config, seeds left out: the same settings, other seeds.</summary>
    public const string WholeConfig = "config";

    /// <summary>More keys than these are refused.</summary>
    public const int MaxKeys = 8;

    /// <summary>At least one; null stands for the whole config.</summary>
    public required IReadOnlyList<RunField?> Keys { get; init; }

    /// <summary>The config keys that the whole config is compared without.</summary>
    public SeedKeys Seeds { get; init; } = SeedKeys.ByName;

    public bool HasConfig => Keys.Contains(null);

    /// <summary>Reads keys; false with the position of the first fault. No key at all is a fault too.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RunGrouping? grouping, out int position)
    {
        grouping = null;
        var keys = new List<RunField?>();
        var start = 0;
        position = 0;
        foreach (var part in FieldList.Parts(text))
        {
            RunField? field = null;
            if (part != WholeConfig && !RunField.TryParse(part, out field, out position))
            {
                position += start;
                return false;
            }

            if (!keys.Contains(field))
            {
                keys.Add(field);
            }

            start += part.Length + 1;
        }

        position = keys.Count > MaxKeys ? text.Length : 0;
        grouping = keys.Count is 0 or > MaxKeys ? null : new() { Keys = keys };
        return grouping is not null;
    }

    /// <summary>True when all runs of a group have the same value of this field, because of what they are grouped by.</summary>
    public bool Settles(RunField field) =>
        Keys.Contains(field) || (HasConfig && field.Root == FieldRoot.Config && !Seeds.Cover(field.Path));

    /// <summary>True when a group has one value of this field: what <see cref="Settles"/> says, and its times, which are those of its newest run.</summary>
    public bool HasValue(RunField field) => Settles(field) || field.OwnField is { Kind: OwnKind.Time };

    /// <summary>As <see cref="TryParse"/> reads it; without the seeds.</summary>
    public override string ToString() => string.Join(',', Keys.Select(Written));

    private static string Written(RunField? key) =>
        key is null ? WholeConfig
        : key.ToString() is var text && text == WholeConfig ? WholeConfig + "." + text
        : text;
}
