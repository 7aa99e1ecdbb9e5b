using System.Globalization;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Finds the texts in a run that may name log directories.</summary>
internal static class LogFields
{
    /// <summary>
    /// The value of a field as written in columns and queries: <c>config.log_dir</c>, or a config key without <c>config.</c>.
    /// </summary>
    public static SacredValue? Find(RunSummary run, string field) =>
        !RunField.TryParse(field, out var parsed, out _) ? null : parsed!.Root switch
        {
            FieldRoot.Config => Find(run.Config, [.. parsed.Path]),
            FieldRoot.Info => Find(run.Info, [.. parsed.Path]),
            FieldRoot.Meta => Find(run.Meta, [.. parsed.Path]),
            FieldRoot.Experiment => Find(run.ExperimentInfo, [.. parsed.Path]),
            _ => null,
        };

    /// <summary>The key at the root of config or info that the field begins with; null for a field of neither.</summary>
    public static string? MemberOf(string field) =>
        RunField.TryParse(field, out var parsed, out _) && parsed is { Root: FieldRoot.Config or FieldRoot.Info, Path: [var first, ..] }
            ? first
            : null;

    public static SacredValue? Find(SacredValue? value, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            value = value is SacredObject members ? members[key] : null;
        }

        return value;
    }

    /// <summary>The text of a text or an integer; otherwise null.</summary>
    public static string? Text(SacredValue? value, params ReadOnlySpan<string> path) => Find(value, path) switch
    {
        SacredText text => text.Value,
        SacredInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The texts of a value or of a list of values, including Python paths. Other values give "", which is not a path.</summary>
    public static IEnumerable<string> Texts(SacredValue? stored)
    {
        if (stored is null or SacredNull)
        {
            return [];
        }

        var value = Jsonpickle.Decode(stored);
        value = value is SacredTyped { Value: SacredList items } ? items : value;
        return value is SacredList list ? list.Items.Select(One) : [One(value)];
    }

    private static string One(SacredValue value) => value switch
    {
        SacredText text => text.Value,
        SacredTyped { Value: SacredText text } => text.Value,
        _ => "",
    };
}
