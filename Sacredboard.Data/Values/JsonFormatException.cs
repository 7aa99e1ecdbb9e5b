namespace Sacredboard.Data.Values;

/// <summary>
/// The text is not JSON, not even with Python's extensions. The message is a predicate whose subject is the name of what was read
/// ("run.json" + " is cut off at byte 512").
/// </summary>
internal sealed class JsonFormatException(string message, int offset) : Exception(message)
{
    /// <summary>Position in the text, in bytes from its start.</summary>
    public int Offset { get; } = offset;
}
