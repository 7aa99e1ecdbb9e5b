namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// The last lines that a program printed, and the first line that contains a given text. Memory is bounded in number and length of
/// lines.
/// </summary>
internal sealed class OutputTail(string awaited)
{
    private const int MaxLines = 30;
    private const int MaxLineLength = 400;

    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the first line that contains the awaited text.</summary>
    public Task<string> Found => _found.Task;

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Reads to the end of the stream.</summary>
    public async Task ReadAsync(TextReader reader)
    {
        var buffer = new char[1024];
        var line = new System.Text.StringBuilder();
        int count;
        while ((count = await reader.ReadAsync(buffer)) > 0)
        {
            foreach (var c in buffer.AsSpan(0, count))
            {
                if (c is '\n' or '\r')
                {
                    Add(line.ToString());
                    line.Clear();
                }
                else if (line.Length < MaxLineLength)
                {
                    line.Append(c);
                }
            }
        }

        Add(line.ToString());
    }

    private void Add(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line.TrimEnd());
            if (_lines.Count > MaxLines)
            {
                _lines.Dequeue();
            }
        }

        if (line.Contains(awaited, StringComparison.Ordinal))
        {
            _found.TrySetResult(line);
        }
    }
}
