using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values;

/// <summary>
/// Masks the passwords and keys that Sacred records: connection strings in <c>meta.options</c>, environment variables in
/// <c>host.ENV</c>, credentials in repository URLs. Everything that the catalog keeps or a page shows of a run passes through here.
/// Returns the same instance when the value holds no secret.
/// </summary>
public static partial class SecretMask
{
    /// <summary>Replaces each secret.</summary>
    public const string Hidden = "***";

    /// <summary>Upper bound, in UTF-16 units, for a secret in a text together with the text that identifies it.</summary>
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

    /// <summary>Masks passwords of URLs and assignments such as <c>db.password=…</c> in a text.</summary>
    public static string Text(string text, SecretContext context = default)
    {
        if (context.HidesTexts)
        {
            return text.Length > 0 ? Hidden : text;
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            if (text.Contains("://", StringComparison.Ordinal))
            {
                text = UrlPassword().Replace(text, $"$1:{Hidden}@");
                text = UrlToken().Replace(text, $"$1{Hidden}@");
            }

            text = context.IsConnection ? BarePassword().Replace(text, $"$1:{Hidden}@") : text;
        }

        return text.Contains('=', StringComparison.Ordinal) && SecretContext.MayHoldSecret(text)
            ? SecretAssignment().Replace(
                text,
                static match => SecretContext.IsSecret(match.Groups[1].Value, false) ? $"{match.Groups[1].Value}={Hidden}" : match.Value)
            : text;
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

    // Every length is bounded, in sum below MaxMatchLength, because these patterns run over untrusted text of any size.
    [GeneratedRegex("""([a-zA-Z][a-zA-Z0-9+.\-]{0,30}://[^\s/:@'"<>]{0,256}):(?:[^\s/'"<>]{0,512}|(?!\d{1,5}/)[^\s'"<>]{1,512})@""")]
    private static partial Regex UrlPassword();

    [GeneratedRegex("""(https?://)[^\s/:@'"<>]{1,512}@""")]
    private static partial Regex UrlToken();

    [GeneratedRegex("""^(?![^\s/:@]{1,30}://)([^\s/:@]{1,256}):[^\s]{1,512}@""")]
    private static partial Regex BarePassword();

    [GeneratedRegex("""(?<![\w.\-])([\w.\-]{1,100})=(?:'[^']{0,512}'|"[^"]{0,512}"|[^\s&;'"]{1,512})""")]
    private static partial Regex SecretAssignment();
}
