using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>Reads runs from the bytes of their documents, which have the fields of a MongoObserver's.</summary>
internal static class TinyDbRunReader
{
    private const string TooLong = "The run is too large to be read.";

    public static RunSummary Summary(TinyDbDocument document, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return new RunSummary { Id = document.Id, Problem = TooLong };
        }

        var tooLarge = new List<string>();
        var (fields, problem) = Fields(bytes.Span, RunParts.All, tooLarge);
        string[] problems = [.. new[] { problem, tooLarge.Count == 0 ? null : SummaryProblem.TooLarge(tooLarge) }.OfType<string>()];
        return RunSummaryReader.ReadSummary(document.Id, fields, timesAreText: true) with
        {
            Problem = problems.Length == 0 ? null : string.Join(' ', problems),
        };
    }

    public static Run Run(TinyDbDocument document, ReadOnlyMemory<byte> bytes, RunParts parts)
    {
        if (bytes.IsEmpty)
        {
            return new Run { Summary = Summary(document, bytes), Problems = [TooLong] };
        }

        var (fields, problem) = Fields(bytes.Span, parts, null);
        return RunSummaryReader.ReadRun(document.Id, fields, parts) with
        {
            Summary = RunSummaryReader.ReadSummary(document.Id, fields, timesAreText: true) with { Problem = problem },
            Problems = problem is null ? [] : [problem],
        };
    }

    /// <summary>The fields that name files; none of a document that is too large or cannot be read.</summary>
    public static SacredObject Files(ReadOnlySpan<byte> document) =>
        document.IsEmpty ? SacredObject.Empty : Fields(document, RunParts.All, null).Fields;

    /// <summary>A part of the output; empty for none.</summary>
    public static RunOutput Output(ReadOnlySpan<byte> document, OutputRange range)
    {
        var json = new JsonTokenizer(document);
        return Find(ref json, "captured_out"u8) && json.Token == JsonToken.Text
            ? Utf8Output.Slice(Encoding.UTF8.GetBytes(json.Text()), range)
            : RunOutput.Empty;
    }

    /// <summary>The info, or what of it may lead to a curve; null for none.</summary>
    public static SacredObject? Info(ReadOnlySpan<byte> document, string? curve)
    {
        var json = new JsonTokenizer(document);
        if (!Find(ref json, "info"u8) || json.Token != JsonToken.ObjectStart)
        {
            return null;
        }

        json.Skip();
        return InfoJson.Read(json.Raw, curve) is { } info ? TinyDbValues.Decode(info) as SacredObject : null;
    }

    // Moves to the value of a field; false when there is none.
    private static bool Find(ref JsonTokenizer json, ReadOnlySpan<byte> field)
    {
        json.Read();
        while (json.Token != JsonToken.None && json.Read() && json.Token == JsonToken.Name)
        {
            var isField = json.Raw.SequenceEqual(field);
            json.Read();
            if (isField)
            {
                return true;
            }

            json.Skip();
        }

        return false;
    }

    /// <summary>All fields but the output. An unreadable document gives those before the damage, and says so.</summary>
    /// <param name="document">The whole document.</param>
    /// <param name="parts">What is read of it.</param>
    /// <param name="tooLarge">For a summary: receives the names of large fields, which are left out; null to read all.</param>
    private static (SacredObject Fields, string? Problem) Fields(
        ReadOnlySpan<byte> document, RunParts parts, List<string>? tooLarge)
    {
        var (fields, cut) = (new List<KeyValuePair<string, SacredValue>>(), false);
        try
        {
            var json = new JsonTokenizer(document);
            json.Read();
            if (json.Token != JsonToken.ObjectStart)
            {
                return (SacredObject.Empty, "The document of the run is not an object.");
            }

            while (json.Read() && json.Token == JsonToken.Name)
            {
                var name = json.Text();
                json.Read();
                if (Value(ref json, name, parts, tooLarge, ref cut) is { } value)
                {
                    fields.Add(new(name, TinyDbValues.Decode(value)));
                }
            }

            return (
                new SacredObject(fields),
                cut ? $"The run is nested deeper than {JsonTree.MaxDepth} levels; what lies deeper is left out." : null);
        }
        catch (JsonFormatException exception)
        {
            return (new SacredObject(fields), $"The document of the run {exception.Message}.");
        }
    }

    private static SacredValue? Value(ref JsonTokenizer json, string name, RunParts parts, List<string>? tooLarge, ref bool cut)
    {
        if (json.Token is not (JsonToken.ObjectStart or JsonToken.ListStart))
        {
            // The output is read by itself.
            return name == "captured_out" && json.Token == JsonToken.Text ? null : json.Value();
        }

        json.Skip();
        var raw = json.Raw;
        if (tooLarge is not null && raw.Length > SummarySize.MaxRead)
        {
            tooLarge.Add(name);
            return null;
        }

        var tree = parts.IsWhole(name) ? JsonTree.Parse(raw) : JsonTree.ParseMembers(raw, member => parts.Keeps(name, member));
        cut |= tree.Cut;
        return tooLarge is null ? tree.Root : Small(name, tree.Root, raw.Length, tooLarge);
    }

    // A summary counts files and sources, and needs the last line of a traceback.
    private static SacredValue? Small(string name, SacredValue value, int length, List<string> tooLarge)
    {
        var max = name == "info" ? SummarySize.MaxInfo : SummarySize.Max;
        if (length <= max || name is "experiment" or "artifacts" or "resources" or "fail_trace")
        {
            return value;
        }

        var small = SummarySize.SmallMembers(value);
        if (small is null)
        {
            tooLarge.Add(name);
        }

        return small;
    }
}
