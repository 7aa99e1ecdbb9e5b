using System.Buffers.Binary;
using FsCheck;
using FsCheck.Xunit;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

/// <summary>Event files that are cut off anywhere, have flipped bits, or are malicious.</summary>
public sealed class EventFileFuzzTests : IDisposable
{
    private static readonly byte[] Whole = File.ReadAllBytes(Path.Combine(
        TensorBoardTruth.Path("both_kinds"),
        "events.out.tfevents.10.host"));
    private static readonly Dictionary<string, string[]> All = TensorBoardTruth.Points(Read(Whole));

    private readonly StorageFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 300)]
    public void Cut_at_any_byte_it_gives_the_points_before(PositiveInt length) =>
        AssertPrefix(Written(Whole[..(length.Get * 37 % Whole.Length)]));

    [Property(MaxTest = 300)]
    public void A_bit_that_turned_invents_no_points(PositiveInt place, byte bit)
    {
        var changed = (byte[])Whole.Clone();
        changed[place.Get * 37 % Whole.Length] ^= (byte)(1 << (bit % 8));

        AssertPrefix(Written(changed));
    }

    [Property(MaxTest = 300)]
    public void Records_of_any_content_are_passed_over(byte[][] records)
    {
        var good = Records()[1];
        var log = Written([.. records.SelectMany(Framed), .. Framed(good)]);

        Assert.True(TensorBoardTruth.Points(log).Count > 0);
    }

    [Property(MaxTest = 500)]
    public void An_event_with_any_bytes_changed_is_read_or_passed_over(PositiveInt record, PositiveInt place, byte value)
    {
        var records = Records();
        var changed = (byte[])records[record.Get % records.Count].Clone();
        changed[place.Get % changed.Length] = value;

        var log = Written([.. Framed(changed), .. Framed(records[1])]);

        Assert.True(TensorBoardTruth.Points(log).Count > 0);
    }

    private static void AssertPrefix(EventLog log) =>
        Assert.All(TensorBoardTruth.Points(log), tag => Assert.Equal(All[tag.Key].Take(tag.Value.Length), tag.Value));

    private EventLog Written(byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(_folder.Root, "tfevents"), bytes);
        return TensorBoardTruth.Read(_folder.Root).Log;
    }

    private static EventLog Read(byte[] bytes)
    {
        using var folder = new StorageFolder();
        File.WriteAllBytes(Path.Combine(folder.Root, "tfevents"), bytes);
        return TensorBoardTruth.Read(folder.Root).Log;
    }

    private static List<byte[]> Records()
    {
        var records = new List<byte[]>();
        new EventFile(Path.Combine(TensorBoardTruth.Path("both_kinds"), "events.out.tfevents.10.host"))
            .ReadNew((record, _) => records.Add(record.ToArray()), CancellationToken.None);
        return records;
    }

    private static byte[] Framed(byte[] data)
    {
        var bytes = new byte[data.Length + 16];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Crc32C.Masked(bytes.AsSpan(0, 8)));
        data.CopyTo(bytes, 12);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12 + data.Length), Crc32C.Masked(data));
        return bytes;
    }
}
