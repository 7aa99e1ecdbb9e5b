namespace Sacredboard.Web.CommandLine;

/// <summary>
/// Sacredboard cannot start with these arguments or settings. Each failure is one line: the option, what is wrong, what is allowed.
/// </summary>
public sealed class StartException(params IReadOnlyList<string> failures) : Exception(string.Join(Environment.NewLine, failures))
{
    public IReadOnlyList<string> Failures { get; } = failures;
}
