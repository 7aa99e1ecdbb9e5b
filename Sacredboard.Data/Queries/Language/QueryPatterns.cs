using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Queries.Language;

/// <summary>The regular expressions of a query: of time linear in the text, and the same in every culture.</summary>
internal static class QueryPatterns
{
    /// <summary>For one text. A pattern of the largest allowed size may take a second for a long one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>So many patterns are remembered as good or bad: while a page is live the same ones are asked again and again.</summary>
    private const int MostKnown = 200;

    private static readonly ConcurrentDictionary<string, PatternFault?> Known = new();

    /// <summary>What is wrong with a pattern; null for a good one.</summary>
    public static PatternFault? Fault(string pattern)
    {
        if (!Known.TryGetValue(pattern, out var fault))
        {
            if (Known.Count >= MostKnown)
            {
                Known.Clear();
            }

            Known[pattern] = fault = TryMake(pattern, out _, out var message, out var position) ? null : new(message, position);
        }

        return fault;
    }

    /// <summary>Never throws; false with the fault, and where in the pattern it is (0 when it is the pattern as a whole).</summary>
    public static bool TryMake(string pattern, [NotNullWhen(true)] out Regex? regex, out string fault, out int position)
    {
        (regex, fault, position) = (null, "", 0);
        try
        {
            regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience);
            return true;
        }
        catch (RegexParseException exception)
        {
            position = Math.Min(exception.Offset, pattern.Length);
            var mark = string.Create(CultureInfo.InvariantCulture, $"at offset {exception.Offset}. ");
            var at = exception.Message.IndexOf(mark, pattern.Length, StringComparison.Ordinal);
            fault = at < 0 ? "This is no regular expression" : exception.Message[(at + mark.Length)..].TrimEnd('.');
        }
        catch (NotSupportedException exception)
        {
            fault = exception.Message.Contains("automata", StringComparison.Ordinal)
                ? "This regular expression is too large"
                : "Lookarounds, backreferences and atomic groups are not supported: they can take for ever";
        }

        return false;
    }
}

/// <param name="Message">What is wrong with a regular expression.</param>
/// <param name="Position">Where in it; 0 also when it is all of it.</param>
internal sealed record PatternFault(string Message, int Position);
