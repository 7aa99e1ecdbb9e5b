using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>The names of the fields of a snapshot, searched by a part of them.</summary>
internal sealed class FieldNames
{
    private const int MaxExampleLength = 32;

    private readonly Known[] _fields;

    private FieldNames(Known[] fields) => _fields = fields;

    /// <summary>Own fields first, then config, then the others; the most used first in each.</summary>
    public static FieldNames Of(ColumnListing columns) => new(
    [
        .. columns.Own.Select(column => Known.Of(column)),
        .. columns.Paths.Where(column => column.Example is not null)
            .OrderBy(column => column.Field.Root)
            .ThenByDescending(column => column.Runs)
            .Select(Known.Of),
    ]);

    /// <summary>Names that begin with the typed text, then those with a key that does, then those that contain it.</summary>
    public IEnumerable<Suggestion> Like(string typed, int max)
    {
        if (typed.Length == 0)
        {
            return _fields.Take(max).Select(field => field.ToSuggestion());
        }

        return _fields.Select(field => (Field: field, Rank: field.Rank(typed)))
            .Where(found => found.Rank >= 0)
            .OrderBy(found => found.Rank)
            .Take(max)
            .Select(found => found.Field.ToSuggestion());
    }

    /// <summary>A value of this field; null when no run has one.</summary>
    public SacredValue? Example(RunField field) => _fields.FirstOrDefault(known => known.Column.Field == field)?.Column.Example;

    private sealed record Known(string Text, ListedColumn Column)
    {
        public static Known Of(ListedColumn column) => new(QueryField.Of(column.Field).ToString(), column);

        /// <summary>Lower is better; -1 when the name does not contain the typed text.</summary>
        public int Rank(string typed)
        {
            var place = Text.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
            return place < 0 ? -1
                : place == 0 ? (Text.Length == typed.Length ? 0 : 1)
                : Column.Field.Path[^1].StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 2
                : Text[place - 1] is '.' or '"' ? 3
                : 4;
        }

        public Suggestion ToSuggestion() => new(Text, SuggestionKind.Field, Count: Column.Runs, Detail: Example());

        private string? Example()
        {
            var text = Column.Example switch
            {
                null => null,
                SacredText { Value: var value } => value,
                SacredTyped { Value: SacredText or SacredInteger or SacredDouble } typed => WrittenValue.Of(typed.Value),
                SacredList list => list.Items.Count == 1 ? "list of 1" : $"list of {list.Items.Count}",
                var other => WrittenValue.Of(other),
            };
            return text is null || text.Length <= MaxExampleLength ? text : text[..MaxExampleLength] + "…";
        }
    }
}
