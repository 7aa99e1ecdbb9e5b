using Sacredboard.Web.Table;

namespace Sacredboard.Web.Compare;

/// <summary>A parameter of an address that is one of a few words.</summary>
internal static class ParameterChoice
{
    /// <param name="name">The parameter.</param>
    /// <param name="usual">Its value where the address has none, or one that cannot be read.</param>
    /// <param name="parameters">The parameters of an address.</param>
    /// <param name="problems">Gets it if it cannot be read.</param>
    public static T Read<T>(string name, T usual, IQueryCollection parameters, List<TableProblem> problems)
        where T : struct, Enum
    {
        if (parameters[name].LastOrDefault() is not { Length: > 0 } text)
        {
            return usual;
        }

        if (char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value))
        {
            return value;
        }

        problems.Add(new(name, $"It is one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.") { IsIgnored = true });
        return usual;
    }

    /// <summary>Null for the first of the words, which is the usual one.</summary>
    public static string? Write<T>(T value)
        where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(value, default) ? null : value.ToString().ToLowerInvariant();
}
