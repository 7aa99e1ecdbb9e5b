using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores;

/// <summary>Masks a part of the output of a run. Some of what stands before is read too, because a secret may begin there.</summary>
internal static class MaskedOutput
{
    private const int Before = SecretMask.MaxMatchLength;

    /// <summary>The range together with what stands before it.</summary>
    public static OutputRange Widen(OutputRange range) =>
        range is { FromEnd: true, Max: { } last } ? OutputRange.Last(last > int.MaxValue - Before ? int.MaxValue : last + Before)
        : range.From == 0 ? range
        : OutputRange.Since(Start(range), range.Max is { } max ? (int)Math.Min(int.MaxValue, max + (range.From - Start(range))) : null);

    /// <param name="output">What was read of the wider range.</param>
    /// <param name="range">The range that was asked for.</param>
    public static RunOutput Of(RunOutput output, OutputRange range)
    {
        var masked = SecretMask.Printed(output.Text);
        var from = range.FromEnd ? Math.Max(output.From, output.Length - (range.Max ?? output.Length)) : Math.Max(output.From, range.From);
        var skipped = (int)Math.Min(masked.Length, from - output.From);
        // As in the store, half of a surrogate pair belongs to what stands before.
        skipped += skipped > 0 && skipped < masked.Length && char.IsLowSurrogate(masked[skipped]) ? 1 : 0;
        return skipped == 0 && ReferenceEquals(masked, output.Text) ? output
            : output with { Text = masked[skipped..], From = output.From + skipped };
    }

    private static long Start(OutputRange range) => Math.Max(0, range.From - Before);
}
