namespace Sacredboard.Web.Terminal;

/// <summary>Reads an output once, as it grows, and notes where some of its rows begin. Not thread-safe.</summary>
internal interface IOutputScan
{
    /// <summary>In the order of the output; the first is its start.</summary>
    IReadOnlyList<OutputMark> Marks { get; }

    /// <summary>Where to read on, in UTF-16 units from the start of the output.</summary>
    long Position { get; }

    /// <summary>The last row; null when the cursor has moved to other rows since it began.</summary>
    OutputMark? Last { get; }

    /// <summary>Reads on. What may be cut off at the end of the text is left for the next time.</summary>
    /// <param name="text">The output from <see cref="Position"/> on.</param>
    void Read(string text);

    /// <summary>The rows of a part of the output.</summary>
    /// <param name="text">The part; it begins with a row.</param>
    /// <param name="mark">Where that is.</param>
    IReadOnlyList<TerminalRow> Render(string text, OutputMark mark);
}
