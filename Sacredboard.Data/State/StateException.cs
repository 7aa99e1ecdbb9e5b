namespace Sacredboard.Data.State;

/// <summary>The dashboard's own state cannot be read or written. The message is for people, and says what they can do.</summary>
public sealed class StateException(string message, Exception? inner = null) : Exception(message, inner);
