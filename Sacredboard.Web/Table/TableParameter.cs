using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Sacredboard.Web.Table;

/// <summary>
/// One parameter of a table's address: its reading stands beside its writing, so that one is not changed without the other.
/// </summary>
/// <param name="Write">Its values in the address of a state; none where the state is as by default.</param>
/// <param name="Read">The state with what the values say; what cannot be understood is named among their problems.</param>
internal sealed record TableParameter(
    string Name, Func<TableState, IEnumerable<string>> Write, Func<TableState, ParameterValues, TableState> Read);

/// <summary>What an address gives for one parameter.</summary>
internal sealed class ParameterValues(string name, StringValues values, List<TableProblem> problems)
{
    public const int MaxQuote = 80;

    /// <summary>All of them; null and "" are the same.</summary>
    public IEnumerable<string> All => values.Select(value => value ?? "");

    /// <summary>The fields of a form come one by one.</summary>
    public string Joined => string.Join(',', values.Where(value => !string.IsNullOrWhiteSpace(value)));

    /// <summary>The last one, where there is to be no more than one.</summary>
    public string One()
    {
        if (values.Count > 1)
        {
            problems.Add(new(name, "It is given more than once; the last one counts."));
        }

        return values.LastOrDefault() ?? "";
    }

    /// <summary>A number; null where it is none that may be.</summary>
    /// <param name="allowed">What may be, in words.</param>
    public int? Number(Func<int, bool> isAllowed, string allowed)
    {
        var text = One();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && isAllowed(number))
        {
            return number;
        }

        Ignore($"“{text}” is not {allowed}.");
        return null;
    }

    public IReadOnlyList<T> AtMost<T>(int max, IReadOnlyList<T> fields)
    {
        if (fields.Count <= max)
        {
            return fields;
        }

        problems.Add(new(name, $"There may be {max} fields; the first ones count."));
        return [.. fields.Take(max)];
    }

    public void Ignore(string reason, int? position = null) => problems.Add(new(name, reason) { Position = position, IsIgnored = true });

    /// <param name="position">Where the text cannot be read, from 0.</param>
    /// <param name="wanted">What to write instead.</param>
    public void Ignore(string text, int position, string wanted) =>
        Ignore($"“{text}” cannot be read from character {position + 1} on. {wanted}", position);
}
