using System.Text;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>
/// A column with its format. In URLs the field is followed by the options that differ from the default, each after a <c>~</c>:
/// <c>optimizer.lr~"learning rate"~e2~bar</c>.
/// </summary>
public sealed record ColumnSpec(RunField Field)
{
    /// <summary>Maximum length of <see cref="Name"/> in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    private const char Separator = '~';

    /// <summary>The title of the column; null for the name of the field.</summary>
    public string? Name { get; init; }

    /// <summary>The format of numbers; null for the default of a few significant digits.</summary>
    public NumberStyle? Numbers { get; init; }

    public ColumnLook Look { get; init; }

    /// <summary>Parses a column; null without a valid field. Unknown options are ignored; <paramref name="fault"/> names one.</summary>
    public static ColumnSpec? Read(string text, out string? fault)
    {
        string[] parts = [.. QuotedText.Split(text, Separator)];
        fault = null;
        if (!RunField.TryParse(parts[0], out var field, out var position))
        {
            fault = $"“{parts[0]}” is not a field: it cannot be read from character {position + 1} on.";
            return null;
        }

        var spec = new ColumnSpec(field!);
        foreach (var option in parts.Skip(1))
        {
            if (spec.With(option) is { } changed)
            {
                spec = changed;
            }
            else
            {
                fault ??= $"“{option}” of {field} is not known. There are g4, f2, e2 and p1 for numbers, bar, bar0, barmin, scale, "
                    + $"and a name in quotes of at most {MaxNameLength} characters.";
            }
        }

        return spec;
    }

    /// <summary>The shortest text that <see cref="Read"/> reads as this column.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Field.ToString());
        if (Name is not null)
        {
            text.Append(Separator).Append(QuotedText.Write(Name));
        }

        if (Numbers is not null)
        {
            text.Append(Separator).Append(Numbers);
        }

        return Look == ColumnLook.Plain ? text.ToString() : text.Append(Separator).Append(Look.Word()).ToString();
    }

    private ColumnSpec? With(string option)
    {
        if (option.StartsWith('"'))
        {
            var position = 0;
            return QuotedText.TryRead(option, ref position, out var name)
                && position == option.Length
                && name.Length is > 0 and <= MaxNameLength
                ? this with { Name = name }
                : null;
        }

        return ColumnLooks.Parse(option) is { } look ? this with { Look = look }
            : NumberStyle.Parse(option) is { } numbers ? this with { Numbers = numbers }
            : null;
    }
}
