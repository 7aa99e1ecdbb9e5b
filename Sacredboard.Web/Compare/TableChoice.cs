using Sacredboard.Data.Fields;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Compare;

/// <summary>What the table of a comparison shows of its rows.</summary>
public sealed record TableChoice
{
    public const int MaxFind = 200;

    public static readonly TableChoice Usual = new();

    /// <summary>A part of the names of the rows that are shown; "" for all.</summary>
    public string Find { get; init; } = "";

    /// <summary>The rows of which lower numbers were said to be better.</summary>
    public IReadOnlyList<RunField> Lower { get; init; } = [];

    /// <summary>The same for higher numbers.</summary>
    public IReadOnlyList<RunField> Higher { get; init; } = [];

    /// <summary>What was said of a row; null for nothing.</summary>
    public bool? IsLowerBetter(RunField row) => Lower.Contains(row) ? true : Higher.Contains(row) ? false : null;

    /// <summary>The same with another answer for one row.</summary>
    public TableChoice With(RunField row, bool isLowerBetter) => this with
    {
        Lower = [.. Lower.Where(other => other != row), .. isLowerBetter ? new[] { row } : []],
        Higher = [.. Higher.Where(other => other != row), .. isLowerBetter ? [] : new[] { row }],
    };

    /// <param name="parameters">The parameters of the address.</param>
    /// <param name="problems">Those that cannot be read are added.</param>
    public static TableChoice Read(IQueryCollection parameters, ICollection<TableProblem> problems)
    {
        var find = parameters["find"].LastOrDefault()?.Trim() ?? "";
        if (find.Length > MaxFind)
        {
            problems.Add(new("find", $"At most {MaxFind} characters are allowed.") { IsIgnored = true });
        }

        var lower = Fields("lower");
        return new() { Find = find.Length > MaxFind ? "" : find, Lower = lower, Higher = [.. Fields("higher").Except(lower)] };

        IReadOnlyList<RunField> Fields(string name)
        {
            if (FieldList.TryParse(parameters[name].LastOrDefault() ?? "", out var fields, out var position))
            {
                return [.. fields.Distinct()];
            }

            problems.Add(new(name, "It is fields with commas between: result,min(loss).") { IsIgnored = true, Position = position });
            return [];
        }
    }

    /// <summary>The parameters of an address; usual ones are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() =>
        from pair in new[] { ("find", Find), ("lower", FieldList.ToText(Lower)), ("higher", FieldList.ToText(Higher)) }
        where pair.Item2.Length > 0
        select KeyValuePair.Create(pair.Item1, pair.Item2);
}
