using System.Text;

namespace Sacredboard.Data.Querying;

/// <summary>Where in a run a field lies.</summary>
public enum FieldRoot
{
    /// <summary>A property of the run itself: <c>id</c>, <c>status</c>, <c>started</c>, …; see <see cref="RunField.OwnNames"/>.</summary>
    Own,
    Config,
    Info,
    Host,
    Meta,
    Result,
    Experiment,
}

/// <summary>
/// Names one value of a run, as the table's columns, the sort order and queries do. Written <c>status</c>, <c>lr</c>
/// (a config key), <c>config.status</c>, <c>info.best.loss</c>, <c>model.layers[0]</c>, <c>optimizer."weird key"</c>:
/// a name that is not one of <see cref="OwnNames"/> and has no root in front is a config path.
/// </summary>
public sealed record RunField
{
    /// <summary>The run's own properties that can be columns, in the table's order.</summary>
    public static readonly IReadOnlyList<string> OwnNames =
    [
        "status", "id", "experiment", "command", "started", "stopped", "duration", "heartbeat", "host", "result",
        "comment", "notes", "tags", "failure",
    ];

    private static readonly Dictionary<string, FieldRoot> Roots = new()
    {
        ["config"] = FieldRoot.Config,
        ["info"] = FieldRoot.Info,
        ["host"] = FieldRoot.Host,
        ["meta"] = FieldRoot.Meta,
        ["result"] = FieldRoot.Result,
        ["experiment"] = FieldRoot.Experiment,
    };

    public required FieldRoot Root { get; init; }

    /// <summary>Keys from the root down; an index of a list is its number as text. For <see cref="FieldRoot.Own"/> the one name.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    public static RunField Own(string name) => new() { Root = FieldRoot.Own, Path = [name] };

    public static RunField Config(params string[] path) => new() { Root = FieldRoot.Config, Path = path };

    /// <summary>Reads a field as it is written; false with the position of the first fault.</summary>
    public static bool TryParse(string text, out RunField? field, out int position)
    {
        field = null;
        if (!TrySplit(text, out var keys, out position))
        {
            return false;
        }

        // A quoted first key is never a name of our own: "status" in quotes is the config key of that name.
        var plain = text.Length > 0 && text[0] != '"';
        if (plain && keys.Count == 1 && OwnNames.Contains(keys[0]))
        {
            field = Own(keys[0]);
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

    /// <summary>The shortest way to write it that <see cref="TryParse"/> reads back.</summary>
    public override string ToString()
    {
        if (Root == FieldRoot.Own)
        {
            return Path[0];
        }

        var text = new StringBuilder();
        var first = Path[0];
        var bare = Root == FieldRoot.Config
            && !(Path.Count == 1 && OwnNames.Contains(first))
            && !(Path.Count > 1 && Roots.ContainsKey(first));
        if (!bare)
        {
            text.Append(Root.ToString().ToLowerInvariant());
        }

        foreach (var key in Path)
        {
            if (text.Length > 0)
            {
                text.Append('.');
            }

            _ = IsPlain(key) ? text.Append(key) : text.Append('"').Append(key.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
        }

        return text.ToString();
    }

    public bool Equals(RunField? other) => other is not null && Root == other.Root && Path.SequenceEqual(other.Path);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Root);
        foreach (var key in Path)
        {
            hash.Add(key);
        }

        return hash.ToHashCode();
    }

    private static bool IsPlain(string key) =>
        key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '@' or ':' or '$');

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
        var read = new StringBuilder();
        if (position < text.Length && text[position] == '"')
        {
            for (position++; position < text.Length; position++)
            {
                if (text[position] == '"')
                {
                    position++;
                    key = read.ToString();
                    return true;
                }

                if (text[position] == '\\' && position + 1 < text.Length)
                {
                    position++;
                }

                read.Append(text[position]);
            }

            key = "";
            return false;
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
