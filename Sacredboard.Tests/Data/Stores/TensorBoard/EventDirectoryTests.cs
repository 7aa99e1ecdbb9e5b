using System.Security.Cryptography;
using System.Text.Json;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

public sealed class EventDirectoryTests : IDisposable
{
    private readonly StorageFolder _folder = new();

    public static TheoryData<string> Directories => [.. TensorBoardTruth.Directories];

    public static TheoryData<string> DirectoriesThatItReadsAlike =>
        [.. TensorBoardTruth.Directories.Except(["bad_data", "bad_data_sum", "huge"])];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_a_resumed_training_the_points_count_that_TensorBoard_shows()
    {
        var loss = TensorBoardTruth.Read(TensorBoardTruth.Path("resumed")).Log.Tags.Scalars["loss"];

        Assert.Equal(Enumerable.Range(0, 120).Select(step => (long)step), loss.Steps.ToArray());
        Assert.Equal([1 / 40.0, 1 / 41.0 + 0.5], [loss.Values[39], loss.Values[40]], static (one, other) => Math.Abs(one - other) < 1e-6);
    }

    // It does not check the sums of records, and waits for the rest of one that is said to be a gigabyte.
    [Theory]
    [MemberData(nameof(DirectoriesThatItReadsAlike))]
    public void Scalars_are_those_that_TensorBoard_shows(string directory)
    {
        var truth = TensorBoardTruth.Tags(directory, "scalars");

        var points = TensorBoardTruth.Points(TensorBoardTruth.Read(TensorBoardTruth.Path(directory)).Log);

        // More are shown here: numbers in tensors of other types than float32, and tags whose metadata come late.
        Assert.Subset(points.Keys.ToHashSet(), truth.Keys.ToHashSet());
        Assert.All(truth, tag => Assert.Equal(tag.Value.Select(TensorBoardTruth.Point), points[tag.Key]));
    }

    [Theory]
    [MemberData(nameof(Directories))]
    public void Pictures_texts_and_histograms_are_those_of_TensorBoard(string directory)
    {
        var read = TensorBoardTruth.Read(TensorBoardTruth.Path(directory));
        foreach (var (kind, name) in new[] { (MediaKind.Image, "images"), (MediaKind.Text, "texts"), (MediaKind.Histogram, "histograms") })
        {
            var truth = TensorBoardTruth.Tags(directory, name);
            var found = read.Log.Tags.Media.Where(tag => tag.Kind == kind).ToDictionary(tag => tag.Tag, tag => tag.Locations);

            // TensorBoard cannot read a histogram of an invalid shape, so there is nothing to compare with.
            Assert.Equal(
                truth.Keys.Order(StringComparer.Ordinal),
                found.Keys.Where(tag => tag != "no histogram").Order(StringComparer.Ordinal));
            foreach (var (tag, items) in truth)
            {
                Assert.Equal(items.Length, found[tag].Count);
                foreach (var (item, place) in items.Zip(found[tag]))
                {
                    Assert.Equal((item[0].GetInt64(), item[1].GetDouble()), (place.Step, place.Time));
                    AssertContent(kind, item[2], read.Files[place.File], place);
                }
            }
        }
    }

    [Fact]
    public void Damage_is_told_with_its_place()
    {
        Assert.Contains(
            "ends in the middle of a record at byte",
            Assert.Single(TensorBoardTruth.Read(TensorBoardTruth.Path("cut")).Problems),
            StringComparison.Ordinal);
        Assert.Contains(
            "ends in the middle",
            Assert.Single(TensorBoardTruth.Read(TensorBoardTruth.Path("huge")).Problems),
            StringComparison.Ordinal);
        foreach (var directory in new[] { "bad_data", "bad_data_sum", "bad_length", "bad_length_sum", "zeros" })
        {
            Assert.Contains(
                "is damaged at byte",
                Assert.Single(TensorBoardTruth.Read(TensorBoardTruth.Path(directory)).Problems),
                StringComparison.Ordinal);
        }

        Assert.Empty(TensorBoardTruth.Read(TensorBoardTruth.Path("both_kinds")).Problems);
    }

    [Fact]
    public void What_is_kept_has_a_limit_that_is_told()
    {
        var (whole, cut) = (new EventLog(140), new EventLog(139));
        new EventFile(Path.Combine(TensorBoardTruth.Path("both_kinds"), "events.out.tfevents.10.host")).ReadNew(
            (record, offset) =>
            {
                whole.Add(record, 0, offset);
                cut.Add(record, 0, offset);
            },
            Cancellation);

        Assert.Equal((120, false), (TensorBoardTruth.Points(whole).Sum(tag => tag.Value.Length), whole.Tags.IsCut));
        Assert.Equal((119, true), (TensorBoardTruth.Points(cut).Sum(tag => tag.Value.Length), cut.Tags.IsCut));
    }

    [Fact]
    public void A_growing_file_is_read_on_from_where_it_ended()
    {
        var whole = File.ReadAllBytes(Path.Combine(TensorBoardTruth.Path("both_kinds"), "events.out.tfevents.10.host"));
        var file = Path.Combine(_folder.Root, "events.out.tfevents.10.host");
        var directory = new EventDirectory(_folder.Root, path => path);
        var log = directory.Log;
        for (var length = 0; length <= whole.Length; length = Math.Min(length + 997, whole.Length))
        {
            File.WriteAllBytes(file, whole[..length]);
            directory.ReadNew(Cancellation);

            Assert.Same(log, directory.Log);
            Assert.Equal(TensorBoardTruth.Points(TensorBoardTruth.Read(_folder.Root).Log), TensorBoardTruth.Points(directory.Log));
            if (length == whole.Length)
            {
                break;
            }
        }

        Assert.Equal(
            TensorBoardTruth.Points(TensorBoardTruth.Read(TensorBoardTruth.Path("both_kinds")).Log),
            TensorBoardTruth.Points(directory.Log));
        var version = directory.Version;
        directory.ReadNew(Cancellation);
        Assert.Equal(version, directory.Version);
    }

    [Fact]
    public void What_changes_before_the_end_is_read_anew()
    {
        File.Copy(Path.Combine(TensorBoardTruth.Path("several"), "events.out.tfevents.100.host"), Path.Combine(_folder.Root, "tfevents.2"));
        var directory = TensorBoardTruth.Read(_folder.Root);
        File.Copy(Path.Combine(TensorBoardTruth.Path("several"), "events.out.tfevents.9.host"), Path.Combine(_folder.Root, "tfevents.3"));
        AssertLikeAnew(directory);

        File.Copy(Path.Combine(TensorBoardTruth.Path("several"), "events.out.tfevents.11.host"), Path.Combine(_folder.Root, "tfevents.1"));
        AssertLikeAnew(directory);
        Grow("tfevents.2");
        AssertLikeAnew(directory);
        Grow("tfevents.3");
        AssertLikeAnew(directory);
        File.WriteAllBytes(Path.Combine(_folder.Root, "tfevents.3"), File.ReadAllBytes(Path.Combine(_folder.Root, "tfevents.3"))[..40]);
        AssertLikeAnew(directory);
        File.Delete(Path.Combine(_folder.Root, "tfevents.2"));
        AssertLikeAnew(directory);
        Directory.Delete(_folder.Root, recursive: true);
        AssertLikeAnew(directory);
        Assert.Empty(directory.Log.Tags.Scalars);
        Directory.CreateDirectory(_folder.Root);
    }

    private void Grow(string name)
    {
        using var file = File.OpenWrite(Path.Combine(_folder.Root, name));
        file.Seek(0, SeekOrigin.End);
        file.Write(File.ReadAllBytes(Path.Combine(TensorBoardTruth.Path("back"), "events.out.tfevents.10.host")));
    }

    private void AssertLikeAnew(EventDirectory directory)
    {
        directory.ReadNew(Cancellation);

        Assert.Equal(TensorBoardTruth.Points(TensorBoardTruth.Read(_folder.Root).Log), TensorBoardTruth.Points(directory.Log));
    }

    private static void AssertContent(MediaKind kind, JsonElement truth, string path, MediaLocation place)
    {
        switch (kind)
        {
            case MediaKind.Image:
                var pictures = MediaContent.Read(path, place, MediaContent.Pictures)!;
                Assert.Equal(
                    truth.EnumerateArray().Select(sum => sum.GetString()),
                    pictures.Select(picture => Convert.ToHexStringLower(SHA256.HashData(picture.Span))));
                break;
            case MediaKind.Text:
                Assert.Equal(truth.EnumerateArray().Select(text => text.GetString()), MediaContent.Read(path, place, MediaContent.Texts));
                break;
            default:
                var bands = MediaContent.Read(path, place, HistogramBands.Of)!;
                // TensorBoard stores the older format in single precision.
                Assert.All(
                    truth.EnumerateArray().Select(TensorBoardTruth.Number).Zip(bands),
                    band => Assert.True(
                        band.First.Equals(band.Second) || Math.Abs(band.First - band.Second) <= 1e-6 * (1 + Math.Abs(band.Second)),
                        $"{band}"));
                break;
        }
    }
}
