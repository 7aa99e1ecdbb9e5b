using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sacredboard.Data.Differences;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.ComparePage;

/// <summary>
/// The differences of two texts as HTML: a block for each change (<c>data-difference</c>), folded equal lines in <c>details</c>. White
/// space is significant and there may be thousands of lines, so no Razor view writes it.
/// </summary>
/// <param name="diff">The differences.</param>
/// <param name="isUnified">Removed and added lines below each other instead of side by side.</param>
public sealed class DiffHtml(TextDiff diff, bool isUnified) : IHtmlContent
{
    // Of longer lines the equal pieces are cut in their middle, the others at their end.
    private const int MaxLine = 2000;
    private const int MaxEqualPiece = 200;

    private TextWriter _writer = TextWriter.Null;
    private HtmlEncoder _encoder = HtmlEncoder.Default;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        (_writer, _encoder) = (writer, encoder);
        _writer.Write($"<div class=\"diff {(isUnified ? "unified" : "side")} mono\" data-diff=\"{(isUnified ? "unified" : "side")}\">");
        foreach (var part in diff.Parts)
        {
            WritePart(part);
        }

        _writer.Write("</div>");
    }

    private void WritePart(DiffPart part)
    {
        switch (part.Kind)
        {
            case DiffPartKind.Changed:
                _writer.Write("<div class=\"diff-change\" data-difference tabindex=\"-1\">");
                WriteChange(part);
                WriteLeft(part.RemovedLeft, "more removed");
                WriteLeft(part.AddedLeft, "more added");
                _writer.Write("</div>");
                break;
            case DiffPartKind.Folded when part.Added.Count == 0:
                WriteLeft(part.AddedLeft, "equal");
                break;
            case DiffPartKind.Folded:
                _writer.Write("<details class=\"diff-fold\"><summary>");
                _writer.Write($"{NumberText.Count(part.Added.Count + part.AddedLeft)} equal lines</summary>");
                WriteEqual(part);
                WriteLeft(part.AddedLeft, "more equal");
                _writer.Write("</details>");
                break;
            default:
                WriteEqual(part);
                break;
        }
    }

    private void WriteEqual(DiffPart part)
    {
        for (var i = 0; i < part.Added.Count; i++)
        {
            WriteRow((part.Before + i, part.Removed[i]), (part.After + i, part.Added[i]), "span");
        }
    }

    private void WriteChange(DiffPart part)
    {
        if (isUnified)
        {
            for (var i = 0; i < part.Removed.Count; i++)
            {
                WriteRow((part.Before + i, part.Removed[i]), null, "del");
            }

            for (var i = 0; i < part.Added.Count; i++)
            {
                WriteRow(null, (part.After + i, part.Added[i]), "ins");
            }

            return;
        }

        for (var i = 0; i < Math.Max(part.Removed.Count, part.Added.Count); i++)
        {
            WriteRow(
                i < part.Removed.Count ? (part.Before + i, part.Removed[i]) : null,
                i < part.Added.Count ? (part.After + i, part.Added[i]) : null,
                null);
        }
    }

    /// <param name="element">Of the one line of a unified row; null for a removed line and an added one side by side.</param>
    private void WriteRow((int At, DiffLine Line)? before, (int At, DiffLine Line)? after, string? element)
    {
        _writer.Write("<div class=\"diff-row\">");
        WriteNumber(before?.At);
        if (!isUnified)
        {
            WriteLine(before?.Line, element ?? "del");
        }

        WriteNumber(after?.At);
        WriteLine(isUnified ? (after ?? before)?.Line : after?.Line, element ?? "ins");
        _writer.Write("</div>");
    }

    private void WriteNumber(int? at)
    {
        _writer.Write("<span class=\"diff-at\">");
        _writer.Write((at + 1)?.ToString(CultureInfo.InvariantCulture));
        _writer.Write("</span>");
    }

    private void WriteLine(DiffLine? line, string element)
    {
        if (line is null)
        {
            _writer.Write("<span class=\"diff-none\"></span>");
            return;
        }

        _writer.Write($"<{element} class=\"diff-text\">");
        var isLong = line.Spans.Sum(span => span.Text.Length) > MaxLine;
        foreach (var (text, isChanged) in line.Spans)
        {
            _writer.Write(isChanged ? "<mark>" : "");
            _encoder.Encode(_writer, Visible(!isLong ? text : isChanged || line.Spans.Count == 1
                ? Ellipsis.End(text, MaxLine) : Ellipsis.Middle(text, MaxEqualPiece)));
            _writer.Write(isChanged ? "</mark>" : "");
        }

        _writer.Write($"</{element}>");
    }

    private void WriteLeft(int count, string kind)
    {
        if (count > 0)
        {
            _writer.Write($"<p class=\"diff-left\" data-left>{NumberText.Count(count)} {kind} {(count == 1 ? "line" : "lines")}</p>");
        }
    }

    // Tabs stay tabs.
    private static string Visible(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Join('\t', text.Split('\t').Select(ValueText.Visible));
}
