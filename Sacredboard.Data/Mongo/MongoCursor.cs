namespace Sacredboard.Data.Mongo;

/// <summary>Where the reading of changes stands.</summary>
internal sealed record MongoCursor : RunCursor;
