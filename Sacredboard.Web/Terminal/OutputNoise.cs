using System.Text.RegularExpressions;

namespace Sacredboard.Web.Terminal;

/// <summary>What differs between the outputs of any two runs: progress bars and time stamps.</summary>
public static partial class OutputNoise
{
    public static IReadOnlyList<string> Without(IEnumerable<string> lines) =>
        [.. lines.Where(line => !IsProgressBar(line)).Select(WithoutTimes)];

    // As tqdm, Keras and pip draw them: "45%|████▌ |", "12/50 [====>", "1.2it/s".
    private static bool IsProgressBar(string line) => line.AsSpan().IndexOfAny("%[█░") >= 0 && ProgressBar().IsMatch(line);

    private static string WithoutTimes(string line) => line.Contains(':') ? Times().Replace(line, "") : line;

    [GeneratedRegex(@"\d%\||[█▉▊▋▌▍▎▏▓▒░]{3,}|\d/\d+ ?\[|\[[=>.#*-]{5,}|(it/s|s/it)[\],]")]
    private static partial Regex ProgressBar();

    // "2026-11-23 10:01:02,345", "2026-11-23T10:01Z", "0:01:02"; with the space after it.
    [GeneratedRegex(@"(?<![\d:])(\d{4}[-/]\d\d[-/]\d\d[T ])?\d{1,2}:\d\d(:\d\d([.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?(?![\d:]) ?")]
    private static partial Regex Times();
}
