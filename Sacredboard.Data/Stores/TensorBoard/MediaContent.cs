using System.Text;
using Google.Protobuf;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.TensorBoard.Messages;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Reads single pictures, texts and histograms at their <see cref="MediaLocation"/>.</summary>
internal static class MediaContent
{
    /// <summary>The encoded pictures of one value; see <see cref="PictureType"/> for their type.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Pictures(ValueMessage value) => value.Kind switch
    {
        ValueKind.Image => [value.Image.Encoded.Memory],
        // Width and height precede the pictures, as texts.
        ValueKind.Tensor => [.. value.Tensor.StringValues.Skip(2).Select(picture => picture.Memory)],
        _ => [],
    };

    /// <summary>The texts of one value; for a table all its cells.</summary>
    public static IReadOnlyList<string> Texts(ValueMessage value) =>
        [.. value.Tensor.StringValues.Select(text => Encoding.UTF8.GetString(text.Span))];

    /// <summary>Reads the value at a location; null when it no longer exists.</summary>
    /// <exception cref="IOException">The file cannot be read; also <see cref="UnauthorizedAccessException"/>.</exception>
    public static T? Read<T>(string path, MediaLocation location, Func<ValueMessage, T?> read)
        where T : class
    {
        if (EventFile.ReadRecord(path, location.Offset) is not { } record)
        {
            return null;
        }

        var message = new EventMessage(whole: true);
        try
        {
            message.Read(record);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }

        return location.Value < message.Count ? read(message.Value(location.Value)) : null;
    }
}
