using System.Text;
using Google.Protobuf;
using Sacredboard.Data.Stores.TensorBoard.Messages;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Reads single pictures, texts and histograms, from where <see cref="SummaryPlace"/> says that they lie.</summary>
internal static class SummaryContent
{
    /// <summary>How many pictures are in one summary, and the first bytes of which kind is left to <see cref="PictureType"/>.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Pictures(ValueMessage value) => value.Kind switch
    {
        ValueKind.Image => [value.Image.Encoded.Memory],
        // Width and height stand in front, as texts.
        ValueKind.Tensor => [.. value.Tensor.StringValues.Skip(2).Select(picture => picture.Memory)],
        _ => [],
    };

    /// <summary>The texts, of a table all its cells.</summary>
    public static IReadOnlyList<string> Texts(ValueMessage value) => [.. value.Tensor.StringValues.Select(text => Encoding.UTF8.GetString(text.Span))];

    /// <summary>What lies at a place; null when it is no longer there.</summary>
    /// <exception cref="IOException">The file cannot be read. So does <see cref="UnauthorizedAccessException"/> say.</exception>
    public static T? Read<T>(string path, SummaryPlace place, Func<ValueMessage, T?> read)
        where T : class
    {
        if (EventFile.ReadRecord(path, place.Offset) is not { } record)
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

        return place.Value < message.Count ? read(message.Value(place.Value)) : null;
    }
}
