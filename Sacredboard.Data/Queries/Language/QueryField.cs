using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// A field as queries name it: a <see cref="RunField"/>, or, with a dot in front, a path from the root of the stored document
/// (<c>.status</c>, <c>.host.hostname</c>); either may stand in <c>kind(…)</c>.
/// </summary>
public sealed record QueryField
{
    private const string AnyRoot = "info";

    /// <summary>The field; null for a path from the document's root.</summary>
    public RunField? Run { get; init; }

    /// <summary>Keys from the root of the document; empty for a <see cref="RunField"/>.</summary>
    public IReadOnlyList<string> Document { get; init; } = [];

    /// <summary>The path is written with <c>config.</c> in front, so it is not searched at deeper paths.</summary>
    public bool IsRooted { get; init; }

    /// <summary><c>kind(…)</c>: the kind of the value instead of the value.</summary>
    public bool IsKind { get; init; }

    public QuerySpan Span { get; init; }

    public static QueryField Of(RunField field) =>
        new() { Run = field, IsRooted = field.Root == FieldRoot.Config && IsPrintedRooted(field) };

    /// <summary>A path from the root of the stored document.</summary>
    public static QueryField OfDocument(params string[] keys) => new() { Document = keys };

    public bool Equals(QueryField? other) =>
        other is not null
            && Run == other.Run
            && IsRooted == other.IsRooted
            && IsKind == other.IsKind
            && Document.SequenceEqual(other.Document);

    public override int GetHashCode() => HashCode.Combine(Run, IsRooted, IsKind, Document.Count);

    public override string ToString() => IsKind ? $"kind({Path()})" : Path();

    /// <summary>Reads a field as it is written; false with the position of the first fault.</summary>
    internal static bool TryRead(string text, out QueryField? field, out int position)
    {
        field = null;
        text = WithSmallFunction(text);
        if (Inner(text) is { } inner)
        {
            if (!inner.Closed)
            {
                position = text.Length;
                return false;
            }

            var read = TryRead(inner.Text, out var of, out position);
            position += inner.Start;
            field = of is { IsKind: false } ? of with { IsKind = true } : null;
            return read && field is not null;
        }

        // The syntax after the dot is that of a path from any other root.
        var prefix = text.StartsWith('.') ? AnyRoot : "";
        if (!RunField.TryParse(prefix + text, out var run, out position))
        {
            position = Math.Max(0, position - prefix.Length);
            return false;
        }

        field = prefix.Length > 0 ? OfDocument([.. run!.Path])
            : Of(run!) with
            {
                IsRooted = run!.Root == FieldRoot.Config
                && (text.StartsWith("config.", StringComparison.Ordinal) || IsPrintedRooted(run))
            };
        return true;
    }

    // Names of functions ignore case; keys do not.
    private static string WithSmallFunction(string text) =>
        text.IndexOf('(') is > 0 and var open && QueryWords.FieldFunctions.Contains(text[..open], StringComparer.OrdinalIgnoreCase)
            ? string.Concat(text[..open].ToLowerInvariant(), text.AsSpan(open))
            : text;

    private static (string Text, int Start, bool Closed)? Inner(string text)
    {
        if (!text.StartsWith("kind(", StringComparison.Ordinal))
        {
            return null;
        }

        var closed = text.EndsWith(')');
        var start = "kind(".Length;
        var inner = closed ? text[start..^1] : text[start..];
        return (inner.Trim(), start + inner.Length - inner.TrimStart().Length, closed);
    }

    // True when even the shortest text of the field has the root in front: config.status.
    private static bool IsPrintedRooted(RunField field) => field.ToString().StartsWith("config.", StringComparison.Ordinal);

    private string Path()
    {
        if (Run is null)
        {
            return new RunField { Root = FieldRoot.Info, Path = Document }.ToString()[AnyRoot.Length..];
        }

        var text = Run.ToString();
        return IsRooted && !IsPrintedRooted(Run) ? "config." + text : QueryWords.IsReserved(text) ? $"\"{text}\"" : text;
    }
}
