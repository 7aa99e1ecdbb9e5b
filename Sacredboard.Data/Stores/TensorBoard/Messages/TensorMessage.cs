using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>The message tensorflow.TensorProto, as far as summaries use it: numbers (a scalar is one) and byte strings.</summary>
internal sealed class TensorMessage(bool whole) : ReusableMessage
{
    private static readonly FieldCodec<float> Floats = FieldCodec.ForFloat(42);
    private static readonly FieldCodec<double> Doubles = FieldCodec.ForDouble(50);
    private static readonly FieldCodec<int> Integers = FieldCodec.ForInt32(58);
    private static readonly FieldCodec<int> Halves = FieldCodec.ForInt32(106);
    private static readonly FieldCodec<long> Longs = FieldCodec.ForInt64(82);
    private static readonly FieldCodec<bool> Booleans = FieldCodec.ForBool(90);
    private static readonly FieldCodec<uint> Unsigned = FieldCodec.ForUInt32(130);
    private static readonly FieldCodec<ulong> UnsignedLongs = FieldCodec.ForUInt64(138);
    private readonly ShapeMessage _shape = new();

    public TensorType Type { get; private set; }

    /// <summary>Size of each dimension; empty for a scalar.</summary>
    public List<long> Shape => _shape.Sizes;

    /// <summary>The numbers as little-endian bytes of the type; when empty, the numbers are in the field of their type.</summary>
    public ByteString Content { get; private set; } = ByteString.Empty;

    public RepeatedField<float> FloatValues { get; } = [];

    public RepeatedField<double> DoubleValues { get; } = [];

    public RepeatedField<int> IntValues { get; } = [];

    /// <summary>Half-precision numbers, as their 16 bits.</summary>
    public RepeatedField<int> HalfValues { get; } = [];

    public RepeatedField<long> LongValues { get; } = [];

    public RepeatedField<bool> BoolValues { get; } = [];

    public RepeatedField<uint> UIntValues { get; } = [];

    public RepeatedField<ulong> ULongValues { get; } = [];

    /// <summary>Number of texts or pictures.</summary>
    public int StringCount { get; private set; }

    /// <summary>The texts or pictures; empty unless the message is read whole.</summary>
    public List<ByteString> StringValues { get; } = [];

    public void Clear()
    {
        (Type, Content, StringCount) = (TensorType.Invalid, ByteString.Empty, 0);
        Shape.Clear();
        FloatValues.Clear();
        DoubleValues.Clear();
        IntValues.Clear();
        HalfValues.Clear();
        LongValues.Clear();
        BoolValues.Clear();
        UIntValues.Clear();
        ULongValues.Clear();
        StringValues.Clear();
    }

    protected override bool TryRead(uint tag, ref ParseContext input)
    {
        switch (tag)
        {
            case 8:
                Type = (TensorType)input.ReadEnum();
                return true;
            case 18:
                input.ReadMessage(_shape);
                return true;
            case 34:
                Content = input.ReadBytes();
                return true;
            case 66:
                StringCount++;
                if (whole)
                {
                    StringValues.Add(input.ReadBytes());
                }

                return whole;
            case 42 or 45:
                FloatValues.AddEntriesFrom(ref input, Floats);
                return true;
            case 49 or 50:
                DoubleValues.AddEntriesFrom(ref input, Doubles);
                return true;
            default:
                return TryReadInteger(tag, ref input);
        }
    }

    private bool TryReadInteger(uint tag, ref ParseContext input)
    {
        switch (tag)
        {
            case 56 or 58:
                IntValues.AddEntriesFrom(ref input, Integers);
                return true;
            case 104 or 106:
                HalfValues.AddEntriesFrom(ref input, Halves);
                return true;
            case 80 or 82:
                LongValues.AddEntriesFrom(ref input, Longs);
                return true;
            case 88 or 90:
                BoolValues.AddEntriesFrom(ref input, Booleans);
                return true;
            case 128 or 130:
                UIntValues.AddEntriesFrom(ref input, Unsigned);
                return true;
            case 136 or 138:
                ULongValues.AddEntriesFrom(ref input, UnsignedLongs);
                return true;
            default:
                return false;
        }
    }

    /// <summary>tensorflow.TensorShapeProto.</summary>
    private sealed class ShapeMessage : ReusableMessage
    {
        private readonly DimensionMessage _dimension = new();

        public List<long> Sizes { get; } = [];

        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            if (tag != 18)
            {
                return false;
            }

            _dimension.Size = 0;
            input.ReadMessage(_dimension);
            Sizes.Add(_dimension.Size);
            return true;
        }
    }

    private sealed class DimensionMessage : ReusableMessage
    {
        public long Size { get; set; }

        protected override bool TryRead(uint tag, ref ParseContext input)
        {
            if (tag != 8)
            {
                return false;
            }

            Size = input.ReadInt64();
            return true;
        }
    }
}
