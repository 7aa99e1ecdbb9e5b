using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Sacredboard.Web.Table;

/// <summary>
/// One parameter of a table's address, read and written in one place so that the two stay consistent.
/// </summary>
/// <param name="Write">Gives its values for a state; none for the default.</param>
/// <param name="Read">Gives the state with the values applied; values that cannot be read are added to the problems.</param>
internal sealed record TableParameter(
    string Name, Func<TableState, IEnumerable<string>> Write, Func<TableState, ParameterValues, TableState> Read);

/// <summary>The values of one parameter of an address.</summary>
internal sealed class ParameterValues(string name, StringValues values, List<TableProblem> problems)
{
    public const int MaxQuote = 80;

    /// <summary>All values; null becomes "".</summary>
    public IEnumerable<string> All => values.Select(value => value ?? "");

    /// <summary>All values joined by commas: the fields of a form are sent one by one.</summary>
    public string Joined => string.Join(',', values.Where(value => !string.IsNullOrWhiteSpace(value)));

    /// <summary>The last value, for parameters that have only one; more are a problem.</summary>
    public string One()
    {
        if (values.Count > 1)
        {
            problems.Add(new(name, "It is given more than once; the last value is used."));
        }

        return values.LastOrDefault() ?? "";
    }

    /// <summary>The value as a number; null if it is not an allowed one.</summary>
    /// <param name="allowed">The allowed numbers in words.</param>
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

        problems.Add(new(name, $"At most {max} are allowed; the rest is ignored."));
        return [.. fields.Take(max)];
    }

    public void Ignore(string reason, int? position = null) => problems.Add(new(name, reason) { Position = position, IsIgnored = true });

    /// <param name="position">Where the text cannot be read: an index from 0.</param>
    /// <param name="wanted">What to write instead.</param>
    public void Ignore(string text, int position, string wanted) =>
        Ignore($"“{text}” cannot be read from character {position + 1} on. {wanted}", position);
}
