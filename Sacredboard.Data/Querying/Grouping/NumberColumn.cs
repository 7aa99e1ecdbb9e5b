using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Grouping;

internal enum NumberKind : byte
{
    /// <summary>No value, or null.</summary>
    Missing,
    Number,

    /// <summary>A value that is no number.</summary>
    Other,
}

/// <param name="Number">May be NaN or infinite.</param>
internal readonly record struct NumberCell(NumberKind Kind, double Number)
{
    public static NumberCell Of(double number) => new(NumberKind.Number, number);

    public static NumberCell Of(Leaf leaf) =>
        leaf.TryNumber(out var number) ? Of(number)
        : leaf.IsMissing || leaf.IsNull ? default
        : leaf.Item is PackedValue value ? Of(value.Value)
        : new(NumberKind.Other, 0);

    public static NumberCell Of(SacredValue? value) => value switch
    {
        null or SacredNull => default,
        SacredInteger number => Of((double)number.Value),
        SacredDouble number => Of(number.Value),
        SacredTyped { Value: SacredInteger or SacredDouble } typed => Of(typed.Value),
        _ => new(NumberKind.Other, 0),
    };
}

/// <summary>Reads one field as a number from many runs; durations in seconds. Not safe for concurrent use.</summary>
internal sealed class NumberColumn
{
    private readonly RunField _field;
    private readonly DateTimeOffset _now;
    private readonly Func<CatalogRun, RunField, SacredValue?> _read;
    private readonly FieldPath? _path;
    private readonly FieldRoot _root;

    /// <param name="read">For what does not lie in a run's blocks.</param>
    public NumberColumn(RunField field, PathTable paths, DateTimeOffset now, Func<CatalogRun, RunField, SacredValue?> read)
    {
        (_field, _now, _read) = (field, now, read);
        _root = field is { Root: FieldRoot.Own, Path: ["result"] } ? FieldRoot.Result : field.Root;
        if (_root is FieldRoot.Config or FieldRoot.Info or FieldRoot.Host or FieldRoot.Meta or FieldRoot.Result or FieldRoot.Experiment)
        {
            _path = new FieldPath(paths, field.Root == FieldRoot.Own ? [] : field.Path);
        }
    }

    public NumberCell this[CatalogRun run]
    {
        get
        {
            if (_path is not null)
            {
                var block = run.Block(_root);
                return _path.TryLeaf(block, out var leaf) ? NumberCell.Of(leaf) : NumberCell.Of(_path.Value(block));
            }

            return _field is { Root: FieldRoot.Own, Path: [var name] } ? Own(run, name) : NumberCell.Of(_read(run, _field));
        }
    }

    // An id is a name, also when it is a number.
    private NumberCell Own(CatalogRun run, string name) => name switch
    {
        "duration" => run.Duration(_now) is { } duration ? NumberCell.Of(duration.TotalSeconds) : default,
        "id" or "status" => new(NumberKind.Other, 0),
        _ => NumberCell.Of(OwnFields.Leaf(run, name)),
    };
}
