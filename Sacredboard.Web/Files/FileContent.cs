using Microsoft.AspNetCore.Html;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Web.Files;

/// <summary>What of a file is shown, with what looks like a secret masked in all that is read as text.</summary>
public abstract record FileContent
{
    /// <summary>The file is longer than what is shown.</summary>
    public bool Cut { get; init; }
}

/// <summary>What the browser shows by its own means: a picture, a page in a frame, a film.</summary>
public sealed record FileOfBrowser : FileContent;

/// <summary>JSON or YAML.</summary>
public sealed record FileTree(SacredValue Value) : FileContent;

/// <summary>Markdown as HTML that does and loads nothing.</summary>
public sealed record FileProse(IHtmlContent Html) : FileContent;

/// <summary>NumPy arrays, by their names in the file; one without a name in a <c>.npy</c>.</summary>
/// <param name="Others">Names of what else is in the file.</param>
public sealed record FileArrays(IReadOnlyList<(string Name, NumpyFile Array)> Arrays, IReadOnlyList<string> Others) : FileContent;

/// <summary>Nothing is shown.</summary>
/// <param name="Why">Sentences.</param>
public sealed record FileClosed(string Why) : FileContent;
