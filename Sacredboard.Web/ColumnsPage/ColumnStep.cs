using System.Globalization;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.ColumnsPage;

/// <summary>One change of the chosen columns, as a button or field of the chooser sends it.</summary>
/// <param name="columns">The columns before the step, without status and id.</param>
/// <param name="differing">Finds the config keys that differ in the whole result; called only when needed because it is slow.</param>
/// <param name="resolve">Gives the field that a bare name stands for.</param>
public sealed class ColumnStep(IReadOnlyList<ColumnSpec> columns, Func<IReadOnlyList<RunField>> differing, Func<RunField, RunField> resolve)
{
    /// <summary>The parameters of an address that make a step.</summary>
    public static readonly string[] Parameters = ["add", "remove", "up", "down", "move", "to", "set", "name", "numbers", "digits", "look",
        "differ", "usual"];

    /// <summary>What was done, in a sentence for screen readers; "" when the address has no step.</summary>
    public string Announcement { get; private set; } = "";

    public bool IsTaken => Announcement.Length > 0;

    /// <summary>The field of the column that was added, moved or formatted; null for none.</summary>
    public RunField? Placed { get; private set; }

    /// <summary>The columns after the step; null for the default ones.</summary>
    public IReadOnlyList<ColumnSpec>? Take(IQueryCollection parameters) =>
        parameters["usual"].Count > 0 ? Reset()
        : parameters["differ"].Count > 0 ? Differ()
        : Field(parameters["add"]) is { } added ? Add(added)
        : Field(parameters["remove"]) is { } removed ? Remove(removed)
        : Field(parameters["up"]) is { } upwards ? Move(upwards, IndexOf(upwards) - 1)
        : Field(parameters["down"]) is { } downwards ? Move(downwards, IndexOf(downwards) + 1)
        : Field(parameters["move"]) is { } moved
            && int.TryParse(parameters["to"], NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? Move(moved, to)
        : Field(parameters["set"]) is { } set ? Set(set, parameters)
        : columns;

    private RunField? Field(string? text) => text is not null && RunField.TryParse(text, out var field, out _) ? resolve(field!) : null;

    private static string Name(RunField field) => ValueText.Visible(Ellipsis.Middle(field.ToString(), 60));

    private int IndexOf(RunField field) => columns.Select(column => column.Field).ToList().IndexOf(field);

    private IReadOnlyList<ColumnSpec>? Reset()
    {
        Announcement = "The default columns are shown.";
        return null;
    }

    // Columns other than config keys stay. The differing keys take the place of the config keys and keep their formats.
    private IReadOnlyList<ColumnSpec> Differ()
    {
        var found = differing().Take(TableState.MaxColumns - columns.Count(column => !IsConfig(column))).ToList();
        Announcement = found.Count switch
        {
            0 => "No setting differs between these runs.",
            1 => "1 differing setting is shown.",
            var many => $"{many} differing settings are shown.",
        };
        if (found.Count == 0)
        {
            return columns;
        }

        var known = columns.ToDictionary(column => column.Field);
        var first = columns.ToList().FindIndex(IsConfig);
        var before = (first < 0 ? columns : columns.Take(first)).ToList();
        return [
            .. before,
            .. found.Select(field => known.GetValueOrDefault(field, new(field))),
            .. columns.Skip(before.Count).Where(column => !IsConfig(column))];
    }

    private static bool IsConfig(ColumnSpec column) => column.Field.Root == FieldRoot.Config;

    private IReadOnlyList<ColumnSpec> Add(RunField field)
    {
        Placed = field;
        if (IndexOf(field) >= 0 || RunColumn.Fixed.Any(column => column.Field == field))
        {
            Announcement = $"{Name(field)} is already shown.";
            return columns;
        }

        if (columns.Count >= TableState.MaxColumns)
        {
            Announcement = $"There are {TableState.MaxColumns} columns, which is the maximum.";
            return columns;
        }

        Announcement = $"{Name(field)} added as column {columns.Count + 1}.";
        return [.. columns, new ColumnSpec(field)];
    }

    private IReadOnlyList<ColumnSpec> Remove(RunField field)
    {
        Announcement = $"{Name(field)} removed.";
        return [.. columns.Where(column => column.Field != field)];
    }

    private IReadOnlyList<ColumnSpec> Move(RunField field, int to)
    {
        var from = IndexOf(field);
        if (from < 0)
        {
            return columns;
        }

        Placed = field;
        var moved = columns.ToList();
        to = Math.Clamp(to, 0, columns.Count - 1);
        moved.RemoveAt(from);
        moved.Insert(to, columns[from]);
        Announcement = $"{Name(field)} is column {to + 1} of {columns.Count}.";
        return moved;
    }

    private IReadOnlyList<ColumnSpec> Set(RunField field, IQueryCollection parameters)
    {
        Placed = field;
        Announcement = $"{Name(field)} is shown as chosen.";
        return [.. columns.Select(column => column.Field == field ? ColumnForm.Read(field, parameters) : column)];
    }
}
