using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>The message tensorflow.HistogramProto; its fields are read only when <paramref name="whole"/> is true.</summary>
internal sealed class HistogramMessage(bool whole) : ReusableMessage
{
    private static readonly FieldCodec<double> Limits = FieldCodec.ForDouble(50);
    private static readonly FieldCodec<double> Counts = FieldCodec.ForDouble(58);

    public double Min { get; private set; }

    public double Max { get; private set; }

    /// <summary>The right edge of each bucket.</summary>
    public RepeatedField<double> BucketLimits { get; } = [];

    public RepeatedField<double> Buckets { get; } = [];

    public void Clear()
    {
        (Min, Max) = (0, 0);
        BucketLimits.Clear();
        Buckets.Clear();
    }

    protected override bool TryRead(uint tag, ref ParseContext input)
    {
        if (!whole)
        {
            return false;
        }

        switch (tag)
        {
            case 9:
                Min = input.ReadDouble();
                return true;
            case 17:
                Max = input.ReadDouble();
                return true;
            case 49 or 50:
                BucketLimits.AddEntriesFrom(ref input, Limits);
                return true;
            case 57 or 58:
                Buckets.AddEntriesFrom(ref input, Counts);
                return true;
            default:
                return false;
        }
    }
}
