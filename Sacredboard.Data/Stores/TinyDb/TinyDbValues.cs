using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>
/// Decodes what TinyDbObserver stores as text with a tag in front: <c>{TinyDate}:2026-11-23T03:56:30.544740</c>. A text of the user that
/// begins in the same way cannot be told from these.
/// </summary>
internal static class TinyDbValues
{
    private const string Tag = "{Tiny";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["TinyDate"] = "datetime.datetime",
        ["TinyFile"] = "file",
        ["TinyArray"] = "numpy.ndarray",
        ["TinyDataFrame"] = "pandas.DataFrame",
        ["TinySeries"] = "pandas.Series",
    };

    /// <summary>The tree with tagged texts as typed values, whose raw form is the text.</summary>
    public static SacredValue Decode(SacredValue value) => value switch
    {
        SacredText text when text.Value.StartsWith(Tag, StringComparison.Ordinal) => Tagged(text),
        SacredList { Items.Count: > 0 } list => List(list),
        SacredObject { Members.Count: > 0 } members => Members(members),
        _ => value,
    };

    // Most hold no tagged text, and stay as they are.
    private static SacredList List(SacredList list)
    {
        SacredValue[]? decoded = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = Decode(list.Items[i]);
            if (!ReferenceEquals(item, list.Items[i]))
            {
                (decoded ??= [.. list.Items])[i] = item;
            }
        }

        return decoded is null ? list : new SacredList(decoded);
    }

    private static SacredObject Members(SacredObject members)
    {
        KeyValuePair<string, SacredValue>[]? decoded = null;
        for (var i = 0; i < members.Members.Count; i++)
        {
            var (key, value) = members.Members[i];
            var item = Decode(value);
            if (!ReferenceEquals(item, value))
            {
                (decoded ??= [.. members.Members])[i] = new(key, item);
            }
        }

        return decoded is null ? members : new SacredObject(decoded);
    }

    private static SacredValue Tagged(SacredText text)
    {
        var end = text.Value.IndexOf("}:", StringComparison.Ordinal);
        if (end < 0 || !Types.TryGetValue(text.Value[1..end], out var type))
        {
            return text;
        }

        var payload = text.Value[(end + 2)..];
        return (type == "datetime.datetime" ? Date(payload) : Json(payload)) is { } value ? new SacredTyped(type, value, text) : text;
    }

    private static SacredDate? Date(string payload) =>
        Runs.StoredTime.Read(new SacredText(payload)) is { } time ? new SacredDate(time) : null;

    private static SacredValue? Json(string payload)
    {
        try
        {
            return JsonTree.Parse(System.Text.Encoding.UTF8.GetBytes(payload)).Root;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }
}
