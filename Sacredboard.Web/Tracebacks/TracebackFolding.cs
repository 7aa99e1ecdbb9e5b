using System.Text.RegularExpressions;

namespace Sacredboard.Web.Tracebacks;

/// <summary>Decides which frames of a traceback are folded: Sacred's own, and those of a recursion after its first round.</summary>
internal static partial class TracebackFolding
{
    private const int MaxCycleLength = 8;
    private const int RoundsShown = 1;
    private const int MinFoldedRounds = 3;

    public static IReadOnlyList<TracebackPart> Fold(IReadOnlyList<TracebackFrame> frames)
    {
        var parts = new List<TracebackPart>();
        var plain = new List<TracebackFrame>();
        // When Sacred itself failed, its frames matter.
        var hideSacred = !frames.All(IsSacred);

        for (var i = 0; i < frames.Count;)
        {
            var (length, folded) = hideSacred ? SacredAt(frames, i) : (0, null);
            var shown = 0;
            if (length == 0)
            {
                (shown, length, folded) = CycleAt(frames, i);
            }

            if (length == 0)
            {
                plain.Add(frames[i++]);
                continue;
            }

            plain.AddRange(frames.Skip(i).Take(shown));
            Flush();
            parts.Add(new([.. frames.Skip(i + shown).Take(length)], folded));
            i += shown + length;
        }

        Flush();
        return parts;

        void Flush()
        {
            if (plain.Count > 0)
            {
                parts.Add(new([.. plain], null));
                plain.Clear();
            }
        }
    }

    private static (int Length, string? Folded) SacredAt(IReadOnlyList<TracebackFrame> frames, int at)
    {
        var length = frames.Skip(at).TakeWhile(IsSacred).Count();
        return (length, length == 1 ? "1 frame of Sacred" : $"{length} frames of Sacred");
    }

    private static (int Shown, int Length, string? Folded) CycleAt(IReadOnlyList<TracebackFrame> frames, int at)
    {
        for (var period = 1; period <= MaxCycleLength; period++)
        {
            var same = 0;
            while (at + period + same < frames.Count && SamePlace(frames[at + same], frames[at + period + same]))
            {
                same++;
            }

            var rounds = (same / period) + 1;
            if (rounds >= MinFoldedRounds)
            {
                var shown = RoundsShown * period;
                var more = (rounds * period) - shown;
                return (shown, more, Repeats(frames.Skip(at + shown).Take(more).ToList(), rounds - RoundsShown));
            }
        }

        return default;
    }

    private static string Repeats(List<TracebackFrame> frames, int rounds)
    {
        var counted = frames[^1].Repeated is { } text && Number().Match(text) is { Success: true } match
            && int.TryParse(match.Value, out var more) ? more : 0;
        var frameWord = frames.Count / rounds == 1 ? "the frame above" : $"the {frames.Count / rounds} frames above";
        return $"{frameWord}, repeated {rounds + counted} more times";
    }

    private static bool SamePlace(TracebackFrame a, TracebackFrame b) =>
        a.Line == b.Line && a.Function == b.Function && a.File == b.File;

    private static bool IsSacred(TracebackFrame frame) => SacredFile().IsMatch(frame.File);

    [GeneratedRegex("""[\\/](?:site|dist)-packages[\\/]sacred[\\/]""")]
    private static partial Regex SacredFile();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
