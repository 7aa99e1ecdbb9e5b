using System.Globalization;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Finds conditions that cannot be evaluated.</summary>
internal static class ConditionFaults
{
    public static QueryError? Find(QueryCondition condition, string text) =>
        OfField(condition.Field)
        ?? (condition.Field.IsKind ? OfKinds(condition)
            : condition.Operator is QueryOperator.Matches or QueryOperator.MatchesNot ? OfPattern(condition.Values[0], text)
            : OfType(condition, text));

    private static QueryError? OfField(QueryField field)
    {
        var name = field.Document is [var first, ..] ? first
            : field is { Run: { Root: FieldRoot.Config, Path: [var only] }, IsRooted: false }
                && only is "captured_out" or "fail_trace" ? only
            : null;
        if (name is null
            || (field.Document.Count > 0 && QueryWords.DocumentNames.Contains(name) && field.Document is not ["experiment", "sources", ..]))
        {
            return field.Run is { Root: FieldRoot.Experiment, Path: ["sources", ..] } ? NotInCatalog(field, "experiment.sources") : null;
        }

        return name switch
        {
            "captured_out" => NotInCatalog(field, name),
            "fail_trace" => NotInCatalog(field, name, "failure"),
            "experiment" => NotInCatalog(field, "experiment.sources"),
            _ when field.Document.Count > 1 || NearestWord.To(name, QueryWords.DocumentNames) is null => NotInCatalog(field, name),
            _ => NotInCatalog(field, name, "." + NearestWord.To(name, QueryWords.DocumentNames)),
        };
    }

    private static QueryError NotInCatalog(QueryField field, string name, string? suggestion = null) =>
        QueryError.At(
            field.Span,
            $"{name} is not in the catalog, so queries cannot use it" + (suggestion == "failure" ? "; its last line is failure" : ""),
            field.IsKind ? null : suggestion);

    private static QueryError? OfKinds(QueryCondition condition)
    {
        if (condition.Operator is not (QueryOperator.Equal or QueryOperator.NotEqual or QueryOperator.Same or QueryOperator.In
            or QueryOperator.NotIn))
        {
            return QueryError.At(condition.OperatorSpan, "kind(…) takes =, !=, in or not in", "=");
        }

        var wrong = condition.Values.FirstOrDefault(value => !QueryWords.Kinds.Contains(value.Text));
        return wrong is null
            ? null
            : QueryError.At(
                wrong.Span,
                $"There is no such kind; the kinds are {string.Join(", ", QueryWords.Kinds)}",
                NearestWord.To(wrong.Text, QueryWords.Kinds));
    }

    private static QueryError? OfPattern(QueryValue value, string text)
    {
        if (QueryPatterns.Fault(value.Text) is not { } fault)
        {
            return null;
        }

        // Position 0 stands for the whole pattern, such as one that is too large.
        return fault.Position == 0
            ? QueryError.At(value.Span, fault.Message)
            : new(
                value.Span.Start + QuotedText.PositionIn(text.AsSpan(value.Span.Start, value.Span.Length), fault.Position),
                0,
                fault.Message);
    }

    // Times and durations always have one type, so a comparison with another type is a mistake.
    private static QueryError? OfType(QueryCondition condition, string text)
    {
        if (condition.Field.Run?.OwnField is not { } own || condition.Operator is QueryOperator.Contains or QueryOperator.Has)
        {
            return null;
        }

        var wrong = own.Kind switch
        {
            OwnKind.Time =>
                condition.Values.FirstOrDefault(value =>
                    value.Kind is not (QueryValueKind.Date or QueryValueKind.Relative or QueryValueKind.Null)),
            OwnKind.Duration =>
                condition.Values.FirstOrDefault(value =>
                    value.Kind is not (QueryValueKind.Number or QueryValueKind.Duration or QueryValueKind.Relative or QueryValueKind.Null)),
            _ => null,
        };
        if (wrong is null)
        {
            return null;
        }

        // 2 days ago and 1 hour go on after the value.
        var length = LooseTime.ReadStart(text[wrong.Span.Start..]);
        var (message, sign) = own.Kind == OwnKind.Duration
            ? ("Write a duration as 90s, 2h, 1h30m, or as a number of seconds", "")
            : ($"{own} is a time: write 2026-11-23, 2026-11-23T14:30, today or -7d", "-");
        return length is { } meant
            ? new(wrong.Span.Start, meant.Length, message, sign + meant.Written.TrimStart('-'))
            : QueryError.At(wrong.Span, message, Dotted(wrong.Text));
    }

    // 23.11.2026
    private static string? Dotted(string text) =>
        DateTime.TryParseExact(text, ["d.M.yyyy", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
