namespace Sacredboard.Data.State;

/// <summary>The dashboard's own state cannot be read or written. The message is for users and says what to do.</summary>
public sealed class StateException(string message, Exception? inner = null) : Exception(message, inner);
