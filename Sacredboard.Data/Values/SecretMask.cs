using System.Text;

namespace Sacredboard.Data.Values;

/// <summary>
/// Masks the passwords and keys that Sacred records: connection strings in <c>meta.options</c>, environment variables in
/// <c>host.ENV</c>, credentials in repository URLs. Everything that the catalog keeps or a page shows of a run passes through here.
/// Returns the same instance when the value holds no secret.
/// </summary>
public static class SecretMask
{
    /// <summary>Replaces each secret.</summary>
    public const string Hidden = "***";

    /// <summary>How much of the end of a text that was cut may be the beginning of a secret not known as one, in UTF-16 units.</summary>
    public const int MaxMatchLength = 1024;

    /// <summary>
    /// Masks config, info, result, meta, host, experiment, or a part of them. Decode the value first, because jsonpickle data may
    /// hold secrets too.
    /// </summary>
    public static SacredValue Value(SacredValue value, SecretContext context = default) => value switch
    {
        SacredText text => Mask(text, context),
        SacredObject tree => Mask(tree, context),
        SacredList list => Mask(list, context),
        SacredTyped typed => Mask(typed, context),
        SacredInteger or SacredDouble when context.HidesNumbers => new SacredText(Hidden),
        _ => value,
    };

    /// <summary>Masks what is named as a secret in a text that was recorded with a run (<c>db.password=…</c>), or looks like one.</summary>
    public static string Text(string text, SecretContext context = default)
    {
        if (context.HidesTexts)
        {
            return text.Length > 0 ? Hidden : text;
        }

        var found = new List<(int Start, int End)>();
        SecretShapes.Find(text, found);
        SecretAssignments.Find(text, found);
        if (context.IsConnection && !text.Contains("://", StringComparison.Ordinal) && text.LastIndexOf('@') is > 0 and var at
            && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < at)
        {
            // user:password@host:port:database, without a scheme.
            found.Add((colon + 1, at));
        }

        return Replace(text, found, static _ => Hidden);
    }

    /// <summary>
    /// Masks what looks like a secret in what a run printed or wrote, character by character, so that all places in it stay the same.
    /// </summary>
    public static string Printed(string text)
    {
        var found = new List<(int Start, int End)>();
        SecretShapes.Find(text, found);
        return Replace(text, found, static length => new string('*', length));
    }

    private static string Replace(string text, List<(int Start, int End)> found, Func<int, string> hidden)
    {
        if (found.Count == 0)
        {
            return text;
        }

        found.Sort();
        var masked = new StringBuilder(text.Length);
        var done = 0;
        for (var i = 0; i < found.Count; i++)
        {
            // What overlaps or follows at once is one secret.
            var (start, end) = found[i];
            while (i + 1 < found.Count && found[i + 1].Start <= end)
            {
                end = int.Max(end, found[++i].End);
            }

            masked.Append(text, done, start - done).Append(end > start ? hidden(end - start) : "");
            done = end;
        }

        return masked.Append(text, done, text.Length - done).ToString();
    }

    private static SacredText Mask(SacredText text, SecretContext context)
    {
        var masked = Text(text.Value, context);
        return masked == text.Value ? text : new SacredText(masked);
    }

    private static SacredObject Mask(SacredObject tree, SecretContext context)
    {
        KeyValuePair<string, SacredValue>[]? masked = null;
        for (var i = 0; i < tree.Members.Count; i++)
        {
            var (key, value) = tree.Members[i];
            var hidden = Value(value, context.Under(key));
            if (!ReferenceEquals(hidden, value))
            {
                masked ??= [.. tree.Members];
                masked[i] = new(key, hidden);
            }
        }

        return masked is null ? tree : new SacredObject(masked);
    }

    private static SacredList Mask(SacredList list, SecretContext context)
    {
        SacredValue[]? masked = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var hidden = Value(list.Items[i], context);
            if (!ReferenceEquals(hidden, list.Items[i]))
            {
                masked ??= [.. list.Items];
                masked[i] = hidden;
            }
        }

        return masked is null ? list : new SacredList(masked);
    }

    private static SacredTyped Mask(SacredTyped typed, SecretContext context)
    {
        var value = typed.Value is null ? null : Value(typed.Value, context);
        var raw = Value(typed.Raw, context);
        return ReferenceEquals(value, typed.Value) && ReferenceEquals(raw, typed.Raw) ? typed : new SacredTyped(typed.TypeName, value, raw);
    }
}
