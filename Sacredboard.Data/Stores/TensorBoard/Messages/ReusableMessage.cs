using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>
/// A protobuf message that is only read, and reused for the next record: generated classes would allocate objects and copy texts and
/// bytes for each of a million records.
/// </summary>
internal abstract class ReusableMessage : IBufferMessage
{
    MessageDescriptor IMessage.Descriptor => throw new NotSupportedException();

    public void InternalMergeFrom(ref ParseContext input)
    {
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (!TryRead(tag, ref input))
            {
                // Skipped without a copy, because the parser discards unknown fields.
                _ = UnknownFieldSet.MergeFieldFrom(null, ref input);
            }
        }
    }

    void IMessage.MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    void IMessage.WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    void IBufferMessage.InternalWriteTo(ref WriteContext output) => throw new NotSupportedException();

    int IMessage.CalculateSize() => throw new NotSupportedException();

    /// <summary>Reads the value of a field; false when the field is not needed.</summary>
    /// <param name="tag">Field number times 8 plus wire type: 0 (varint), 1 (8 bytes), 2 (length and bytes) or 5 (4 bytes).</param>
    /// <param name="input">Positioned at the value.</param>
    protected abstract bool TryRead(uint tag, ref ParseContext input);
}
