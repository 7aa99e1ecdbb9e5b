using System.Text;
using Sacredboard.Data.Metrics;

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

    /// <summary>A summary of a metric: <see cref="RunField.Path"/> is its name, <see cref="RunField.Summary"/> says which.</summary>
    Metric,
}

/// <summary>
/// Names one value of a run, as the table's columns, the sort order and queries do. Written <c>status</c>, <c>lr</c>
/// (a config key), <c>config.status</c>, <c>info.best.loss</c>, <c>model.layers[0]</c>, <c>optimizer."weird key"</c>:
/// a name that is not one of <see cref="OwnNames"/> and has no root in front is a config path. Summaries of metrics are written
/// <c>last(loss)</c>, <c>min("odd name")</c>, <c>at(loss, 100)</c>.
/// </summary>
public sealed record RunField
{
    /// <summary>The run's own properties that can be columns, in the table's order.</summary>
    public static readonly IReadOnlyList<string> OwnNames =
    [
        "status", "id", "experiment", "command", "started", "stopped", "duration", "heartbeat", "host", "user", "result",
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

    /// <summary>Keys from the root down; an index of a list is its number as text. For <see cref="FieldRoot.Own"/> and <see cref="FieldRoot.Metric"/> the one name.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Which summary; null for all that is no metric.</summary>
    public MetricSummaryKind? Summary { get; private init; }

    /// <summary>Of <see cref="MetricSummaryKind.At"/>: where. Finite.</summary>
    public double? Step { get; private init; }

    public static RunField Own(string name) => new() { Root = FieldRoot.Own, Path = [name] };

    public static RunField Config(params string[] path) => new() { Root = FieldRoot.Config, Path = path };

    /// <param name="name">The metric's name, any text.</param>
    /// <param name="kind">Which of its summaries.</param>
    /// <param name="step">Needed for <see cref="MetricSummaryKind.At"/> and for no other.</param>
    public static RunField Metric(string name, MetricSummaryKind kind, double? step = null)
    {
        if (kind == MetricSummaryKind.At ? step is not { } at || !double.IsFinite(at) : step is not null)
        {
            throw new ArgumentException("A finite step is given for a value at a step, and only for that.", nameof(step));
        }

        // Adding zero makes one of the two zeros.
        return new() { Root = FieldRoot.Metric, Path = [name], Summary = kind, Step = step + 0.0 };
    }

    /// <summary>Reads a field as it is written; false with the position of the first fault.</summary>
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

        if (Root == FieldRoot.Metric)
        {
            return MetricFieldText.Write(this);
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

            _ = IsPlain(key) ? text.Append(key) : text.Append(QuotedText.Write(key));
        }

        return text.ToString();
    }

    public bool Equals(RunField? other) =>
        other is not null && (Root, Summary, Step) == (other.Root, other.Summary, other.Step) && Path.SequenceEqual(other.Path);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add((Root, Summary, Step));
        foreach (var key in Path)
        {
            hash.Add(key);
        }

        return hash.ToHashCode();
    }

    /// <summary>Needs no quotes.</summary>
    internal static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '@' or ':' or '$';

    private static bool IsPlain(string key) => key.Length > 0 && key.All(IsPlain);

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
