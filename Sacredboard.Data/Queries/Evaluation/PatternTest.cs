using System.Text.RegularExpressions;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>~</c>: a text in which the pattern is found.</summary>
internal sealed class PatternTest(Regex pattern, QueryTimeout timeout) : ValueTest
{
    public override bool Text(string text)
    {
        timeout.Check();
        return pattern.IsMatch(text);
    }
}
