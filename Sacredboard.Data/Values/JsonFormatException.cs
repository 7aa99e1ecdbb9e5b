namespace Sacredboard.Data.Values;

/// <summary>
/// Text that is not JSON, not even in Python's wider sense. The message continues a sentence that begins with the name of
/// what was read ("run.json" + " is cut off at byte 512").
/// </summary>
internal sealed class JsonFormatException(string message, int offset) : Exception(message)
{
    /// <summary>Where in the text, in bytes.</summary>
    public int Offset { get; } = offset;
}
