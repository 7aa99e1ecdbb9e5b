using System.Text;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

public enum ColumnLook
{
    Plain,

    /// <summary>Numbers as bars, the longest being the greatest of the result.</summary>
    Bar,

    /// <summary>Numbers on a ground whose colour says where in the result they lie.</summary>
    Scale,
}

/// <summary>
/// A column as URLs hold it: a field, and after it, each with a <c>~</c> in front, what is not as usual:
/// <c>optimizer.lr~"learning rate"~e2~bar</c>.
/// </summary>
public sealed record ColumnSpec(RunField Field)
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestName = 100;

    private const char Separator = '~';

    /// <summary>What stands above the column instead of the field's own name; null for that.</summary>
    public string? Name { get; init; }

    /// <summary>Null for a few significant digits, as everywhere.</summary>
    public NumberStyle? Numbers { get; init; }

    public ColumnLook Look { get; init; }

    /// <summary>The column, or null when there is no field; what could not be understood is told, and left out of account.</summary>
    public static ColumnSpec? Read(string text, out string? fault)
    {
        string[] parts = [.. QuotedText.Split(text, Separator)];
        fault = null;
        if (!RunField.TryParse(parts[0], out var field, out var position))
        {
            fault = $"“{parts[0]}” is no field: it cannot be read from character {position + 1} on.";
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
                fault ??= $"“{option}” of {field} is not known. There are g4, f2, e2 and p1 for numbers, bar, scale, and a name in quotes of at most {LongestName} characters.";
            }
        }

        return spec;
    }

    /// <summary>The shortest text that <see cref="Read"/> reads back.</summary>
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

        return Look == ColumnLook.Plain ? text.ToString() : text.Append(Separator).Append(Look.ToString().ToLowerInvariant()).ToString();
    }

    private ColumnSpec? With(string option)
    {
        if (option.StartsWith('"'))
        {
            var position = 0;
            return QuotedText.TryRead(option, ref position, out var name) && position == option.Length && name.Length is > 0 and <= LongestName
                ? this with { Name = name }
                : null;
        }

        return option switch
        {
            "bar" => this with { Look = ColumnLook.Bar },
            "scale" => this with { Look = ColumnLook.Scale },
            _ => NumberStyle.Parse(option) is { } numbers ? this with { Numbers = numbers } : null,
        };
    }
}
