using Google.Protobuf;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>The message tensorflow.Summary.Image: one picture, as written before TensorFlow 2 and by PyTorch and tensorboardX.</summary>
internal sealed class ImageMessage(bool whole) : ReusableMessage
{
    public int Height { get; private set; }

    public int Width { get; private set; }

    /// <summary>The encoded picture, mostly PNG; empty unless the message is read whole.</summary>
    public ByteString Encoded { get; private set; } = ByteString.Empty;

    public void Clear() => (Height, Width, Encoded) = (0, 0, ByteString.Empty);

    protected override bool TryRead(uint tag, ref ParseContext input)
    {
        switch (tag)
        {
            case 8:
                Height = input.ReadInt32();
                return true;
            case 16:
                Width = input.ReadInt32();
                return true;
            case 34 when whole:
                Encoded = input.ReadBytes();
                return true;
            default:
                return false;
        }
    }
}
