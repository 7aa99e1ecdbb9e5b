namespace Sacredboard.Web.Tracebacks;

/// <summary>A parsed Python traceback; <see cref="Raw"/> holds the whole text.</summary>
/// <param name="Sections">
/// One for each exception, in the order in which Python prints them: causes first, the one that ended the run last, sub-exceptions
/// after their group.
/// </param>
/// <param name="Headline">The exception that ended the run.</param>
public sealed record Traceback(IReadOnlyList<TracebackSection> Sections, TracebackSection Headline, string Raw);

/// <summary>One exception with the frames that led to it.</summary>
public sealed record TracebackSection
{
    /// <summary>Depth inside exception groups; 0 outside of any.</summary>
    public required int Depth { get; init; }

    /// <summary>How it follows from the one before ("During handling of the above exception, …"), or null.</summary>
    public string? Link { get; init; }

    /// <summary>Its number within an exception group, or null.</summary>
    public string? Number { get; init; }

    public required IReadOnlyList<TracebackPart> Parts { get; init; }

    /// <summary>The exception's type (<c>ValueError</c>); "" when the text does not begin with one.</summary>
    public required string Type { get; init; }

    /// <summary>The text after the type, including notes; may have many lines.</summary>
    public required string Message { get; init; }
}

/// <summary>Consecutive frames.</summary>
/// <param name="Folded">Why these frames are folded at first ("2 frames of Sacred"), or null.</param>
public sealed record TracebackPart(IReadOnlyList<TracebackFrame> Frames, string? Folded);

/// <param name="Code">The source lines as printed, with markers below them, without their common indent; "" when there are none.</param>
/// <param name="Repeated">Python's own "[Previous line repeated 989 more times]", or null.</param>
public sealed record TracebackFrame(string File, string Line, string Function, string Code, string? Repeated)
{
    /// <summary>The stored source file that it is in; null for none.</summary>
    public FrameSource? Source { get; init; }

    /// <summary>File name without directories.</summary>
    public string FileName => File[(File.LastIndexOfAny(['/', '\\']) + 1)..];
}
