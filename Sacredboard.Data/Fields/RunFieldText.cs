using System.Text;

namespace Sacredboard.Data.Fields;

/// <summary>
/// Parses and writes fields: <c>status</c>, <c>lr</c>, <c>config.status</c>, <c>model.layers[0]</c>, <c>optimizer."weird key"</c>; for
/// metrics see <see cref="MetricFieldText"/>.
/// </summary>
internal static class RunFieldText
{
    /// <summary>Characters that need no quotes in a key, besides those of <see cref="QuotedText.IsPlain"/>.</summary>
    public const string PlainCharacters = "$";

    /// <summary>The names of roots in front of a path; the trees of a stored document have the same names.</summary>
    public static readonly IReadOnlyDictionary<string, FieldRoot> Roots = new Dictionary<string, FieldRoot>
    {
        ["config"] = FieldRoot.Config,
        ["info"] = FieldRoot.Info,
        ["host"] = FieldRoot.Host,
        ["meta"] = FieldRoot.Meta,
        ["result"] = FieldRoot.Result,
        ["experiment"] = FieldRoot.Experiment,
    };

    /// <summary>False with the position of the first fault.</summary>
    public static bool TryParse(string text, out RunField? field, out int position)
    {
        if (MetricFieldText.IsBegunBy(text))
        {
            return MetricFieldText.TryParse(text, out field, out position);
        }

        field = null;
        if (!TrySplit(text, out var keys, out position))
        {
            return false;
        }

        // A quoted first key is never an own field: "status" in quotes is the config key of that name.
        var plain = text.Length > 0 && text[0] != '"';
        if (plain && keys.Count == 1 && OwnFields.Find(keys[0]) is { } own)
        {
            field = own.Field;
        }
        else if (plain && keys.Count > 1 && Roots.TryGetValue(keys[0], out var root))
        {
            field = new RunField { Root = root, Path = keys.GetRange(1, keys.Count - 1) };
        }
        else
        {
            field = new RunField { Root = FieldRoot.Config, Path = keys };
        }

        return true;
    }

    public static string Write(RunField field)
    {
        if (field.Root == FieldRoot.Own)
        {
            return field.Path[0];
        }

        if (field.Root == FieldRoot.Metric)
        {
            return MetricFieldText.Write(field);
        }

        var text = new StringBuilder();
        var first = field.Path[0];
        var bare = field.Root == FieldRoot.Config
            && !(field.Path.Count == 1 && OwnFields.Find(first) is not null)
            && !(field.Path.Count > 1 && Roots.ContainsKey(first));
        if (!bare)
        {
            text.Append(field.Root.ToString().ToLowerInvariant());
        }

        foreach (var key in field.Path)
        {
            if (text.Length > 0)
            {
                text.Append('.');
            }

            text.Append(QuotedText.QuoteIfNeeded(key, PlainCharacters));
        }

        return text.ToString();
    }

    private static bool TrySplit(string text, out List<string> keys, out int position)
    {
        keys = [];
        position = 0;
        while (true)
        {
            if (!TryReadKey(text, ref position, out var key))
            {
                return false;
            }

            keys.Add(key);
            while (position < text.Length && text[position] == '[')
            {
                var close = text.IndexOf(']', position);
                if (close < 0 || !int.TryParse(text.AsSpan(position + 1, close - position - 1), out var index) || index < 0)
                {
                    return false;
                }

                keys.Add(index.ToString());
                position = close + 1;
            }

            if (position == text.Length)
            {
                return true;
            }

            if (text[position] != '.')
            {
                return false;
            }

            position++;
        }
    }

    private static bool TryReadKey(string text, ref int position, out string key)
    {
        if (position < text.Length && text[position] == '"')
        {
            return QuotedText.TryRead(text, ref position, out key);
        }

        var start = position;
        while (position < text.Length && text[position] is not ('.' or '[' or '"'))
        {
            position++;
        }

        key = text[start..position];
        return key.Length > 0;
    }
}
