using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>
/// A message that is only ever read, and used again for the next record: generated classes would make new objects and copies of
/// all texts and bytes for each of a million records.
/// </summary>
internal abstract class EventPart : IBufferMessage
{
    MessageDescriptor IMessage.Descriptor => throw new NotSupportedException();

    public void InternalMergeFrom(ref ParseContext input)
    {
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (!TryRead(tag, ref input))
            {
                // Passed over without a copy: the parser discards unknown fields.
                _ = UnknownFieldSet.MergeFieldFrom(null, ref input);
            }
        }
    }

    void IMessage.MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    void IMessage.WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    void IBufferMessage.InternalWriteTo(ref WriteContext output) => throw new NotSupportedException();

    int IMessage.CalculateSize() => throw new NotSupportedException();

    /// <summary>Reads the field's value; false when it is of no interest.</summary>
    /// <param name="tag">Number and wire type: the number times 8, plus 0 (varint), 1 (8 bytes), 2 (length and bytes) or 5 (4 bytes).</param>
    /// <param name="input">At the value.</param>
    protected abstract bool TryRead(uint tag, ref ParseContext input);
}
