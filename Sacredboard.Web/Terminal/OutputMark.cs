namespace Sacredboard.Web.Terminal;

/// <summary>
/// A place in an output from which its rows can be rendered without what stands before; no later text changes rows before it.
/// </summary>
/// <param name="Row">The number of the row that begins here, from 0.</param>
/// <param name="Start">Where that row begins, in UTF-16 units: the text before it makes the rows before it.</param>
/// <param name="From">Where to render from: later than the start where a row was overwritten for long.</param>
/// <param name="Style">The attributes of the text here; null for none.</param>
internal readonly record struct OutputMark(int Row, long Start, long From, TerminalStyle? Style);
