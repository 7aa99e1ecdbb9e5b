using System.Text.RegularExpressions;

namespace Sacredboard.Web.Tracebacks;

/// <summary>
/// Reads what <c>traceback.format_exception</c> prints: frames, chained exceptions, exception groups, repeated frames.
/// Accepts any text: text that does not look like a traceback becomes the message of a section without frames.
/// </summary>
public static partial class TracebackParser
{
    private static readonly string[] Links =
    [
        "The above exception was the direct cause of the following exception:",
        "During handling of the above exception, another exception occurred:",
    ];

    public static Traceback? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var reader = new Reader();
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            reader.Read(line);
        }

        var sections = reader.Finish();
        if (sections.Count == 0)
        {
            // Only the lines around exceptions, such as the first line of a list that was cut.
            sections.Add(new() { Depth = 0, Parts = [], Type = "", Message = text.ReplaceLineEndings("\n").TrimEnd('\n') });
        }

        // Sub-exceptions follow their group, so the exception that ended the run is the last one outside of any.
        var outermost = sections.Min(section => section.Depth);
        return new(sections, sections.Last(section => section.Depth == outermost), text);
    }

    private sealed class Reader
    {
        private readonly List<TracebackSection> _sections = [];
        private readonly List<TracebackFrame> _frames = [];
        private readonly List<string> _code = [];
        private readonly List<string> _message = [];
        private Match? _frame;
        private bool _grouped;
        private int _depth;
        private string? _link;
        private string? _number;

        public void Read(string line)
        {
            if (GroupStart().Match(line) is { Success: true })
            {
                (_grouped, _depth) = (true, 1);
                EndSection();
            }
            else if (_grouped && GroupRule().Match(line) is { Success: true } rule)
            {
                EndSection();
                _depth = (rule.Groups["indent"].Length + (rule.Groups["deeper"].Success ? 2 : 0)) / 2;
                _number = rule.Groups["number"].Success ? rule.Groups["number"].Value : null;
            }
            else if (_grouped && GroupLine().Match(line) is { Success: true } inside)
            {
                ReadContent(inside.Groups["content"].Value);
            }
            else
            {
                if (_grouped && line.Length > 0)
                {
                    EndSection();
                    (_grouped, _depth) = (false, 0);
                }

                ReadContent(line);
            }
        }

        public List<TracebackSection> Finish()
        {
            EndSection();
            return _sections;
        }

        private void ReadContent(string line)
        {
            if (Links.Contains(line.Trim()))
            {
                EndSection();
                _link = line.Trim();
            }
            else if (line.TrimStart() is "Traceback (most recent call last):" or "Exception Group Traceback (most recent call last):")
            {
                EndSection();
            }
            else if (_message.Count == 0 && FrameLine().Match(line) is { Success: true } frame)
            {
                EndFrame();
                _frame = frame;
            }
            else if (_message.Count == 0 && (_frame is not null || _frames.Count > 0) && (line.Length == 0 || line[0] == ' '))
            {
                ReadBelowFrame(line);
            }
            else if (line.Length > 0 || _message.Count > 0)
            {
                _message.Add(line);
            }
        }

        private void ReadBelowFrame(string line)
        {
            if (RepeatedLine().IsMatch(line))
            {
                EndFrame(line.Trim().Trim('[', ']'));
            }
            else if (line.Length > 0)
            {
                _code.Add(line);
            }
        }

        private void EndFrame(string? repeated = null)
        {
            if (_frame is not null)
            {
                var indent = _code.Count == 0 ? 0 : _code.Min(line => line.Length - line.TrimStart(' ').Length);
                _frames.Add(new(
                    _frame.Groups["file"].Value,
                    _frame.Groups["line"].Value,
                    _frame.Groups["function"].Value,
                    string.Join('\n', _code.Select(line => line[indent..])),
                    repeated));
            }
            else if (repeated is not null && _frames.Count > 0)
            {
                _frames[^1] = _frames[^1] with { Repeated = repeated };
            }

            _frame = null;
            _code.Clear();
        }

        private void EndSection()
        {
            EndFrame();
            var text = string.Join('\n', _message).TrimEnd('\n');
            if (_frames.Count > 0 || text.Length > 0)
            {
                var typed = TypedMessage().Match(text);
                _sections.Add(new()
                {
                    Depth = _depth,
                    Link = _link,
                    Number = _number,
                    Parts = TracebackFolding.Fold(_frames),
                    Type = typed.Groups["type"].Value,
                    Message = typed.Success ? typed.Groups["message"].Value : text,
                });
                (_link, _number) = (null, null);
            }

            _frames.Clear();
            _message.Clear();
        }
    }

    [GeneratedRegex("""^ *\+ Exception Group Traceback \(most recent call last\):$""")]
    private static partial Regex GroupStart();

    [GeneratedRegex("""^(?<indent> *)\+(?<deeper>-\+)?-{4,}(?: (?<number>\d+|\.\.\.) -{4,})?$""")]
    private static partial Regex GroupRule();

    [GeneratedRegex("""^ +\| ?(?<content>.*)$""")]
    private static partial Regex GroupLine();

    [GeneratedRegex("""^ +File "(?<file>.+)", line (?<line>\d+)(?:, in (?<function>.*))?$""")]
    private static partial Regex FrameLine();

    [GeneratedRegex("""^ *\[Previous line repeated \d+ more times?\]$""")]
    private static partial Regex RepeatedLine();

    [GeneratedRegex("""^(?<type>[\w.]+(?:\.<locals>\.[\w.]+)*)(?:: (?<message>.*)|(?<message>))$""", RegexOptions.Singleline)]
    private static partial Regex TypedMessage();
}
