using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Makes the regular expressions of queries, which take time linear in the text and do not depend on the culture.</summary>
internal static class QueryPatterns
{
    /// <summary>For one text. A pattern of the largest allowed size may take a second for a long text.</summary>
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(2);

    /// <summary>How many checked patterns are kept: live pages repeat the same queries.</summary>
    private const int MaxKnown = 200;

    private static readonly ConcurrentDictionary<string, PatternFault?> Known = new();

    /// <summary>What is wrong with a pattern; null for a valid one.</summary>
    public static PatternFault? Fault(string pattern)
    {
        if (!Known.TryGetValue(pattern, out var fault))
        {
            if (Known.Count >= MaxKnown)
            {
                Known.Clear();
            }

            Known[pattern] = fault = TryMake(pattern, out _, out var message, out var position) ? null : new(message, position);
        }

        return fault;
    }

    /// <summary>Never throws; false with the fault and its position in the pattern (0 for the whole pattern).</summary>
    public static bool TryMake(string pattern, [NotNullWhen(true)] out Regex? regex, out string fault, out int position)
    {
        (regex, fault, position) = (null, "", 0);
        try
        {
            regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, MatchTimeout);
            return true;
        }
        catch (RegexParseException exception)
        {
            position = Math.Min(exception.Offset, pattern.Length);
            var mark = string.Create(CultureInfo.InvariantCulture, $"at offset {exception.Offset}. ");
            var at = exception.Message.IndexOf(mark, pattern.Length, StringComparison.Ordinal);
            fault = at < 0 ? "This is not a regular expression" : exception.Message[(at + mark.Length)..].TrimEnd('.');
        }
        catch (NotSupportedException exception)
        {
            fault = exception.Message.Contains("automata", StringComparison.Ordinal)
                ? "This regular expression is too large"
                : "Lookarounds, backreferences and atomic groups are not supported: they can take too long";
        }

        return false;
    }
}

/// <param name="Message">What is wrong with a regular expression.</param>
/// <param name="Position">Its position in the pattern; 0 also stands for the whole pattern.</param>
internal sealed record PatternFault(string Message, int Position);
