using System.Globalization;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Web.ColumnsPage;

/// <summary>Reads the format of a column from the fields of a form; invalid fields get their default.</summary>
public static class ColumnForm
{
    public static ColumnSpec Read(RunField field, IQueryCollection parameters)
    {
        var name = parameters["name"].ToString().Trim();
        return new(field)
        {
            Name = name.Length == 0 ? null : name[..Math.Min(name.Length, ColumnSpec.MaxNameLength)],
            Numbers = Numbers(parameters["numbers"], parameters["digits"]),
            Look = ColumnLooks.Parse(parameters["look"].ToString().ToLowerInvariant()) ?? ColumnLook.Plain,
        };
    }

    private static NumberStyle? Numbers(string? word, string? digits) =>
        Word<NumberStyleKind>(word) is not { } kind ? null
        : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(kind, Math.Clamp(number, NumberStyle.MinDigits(kind), NumberStyle.MaxDigits))
        : NumberStyle.Usual(kind);

    private static T? Word<T>(string? word)
        where T : struct, Enum =>
        Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(word![0]) ? value : null;
}
