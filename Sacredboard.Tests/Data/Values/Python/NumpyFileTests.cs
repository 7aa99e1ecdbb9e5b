using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Values.Python;

/// <summary>Files that NumPy itself wrote.</summary>
public sealed class NumpyFileTests
{
    [Theory]
    [InlineData("matrix.npy", "<f4", "2,3", "[[0.0,0.5,1.0],[1.5,2.0,2.5]]")]
    [InlineData("columns.npy", ">i8", "2,3,4", "[[0,1,2,3],[4,5,6,7],[8,9,10,11]]")]
    [InlineData("single.npy", "<f8", "", """[["NaN"]]""")]
    [InlineData("words.npy", "<U5", "2", """[["gr\u00F6\u00DFe","x"]]""")]
    [InlineData("empty.npy", "<f8", "0,3", "[]")]
    [InlineData("objects.npy", "|O", "1", "[]")]
    [InlineData("records.npy", "structured", "2", "[]")]
    public async Task Shape_type_and_beginning_are_read(string name, string type, string shape, string rows)
    {
        var array = (await ReadAsync(name))!;

        Assert.Equal(type, array.Type);
        Assert.Equal(shape, string.Join(',', array.Shape));
        Assert.Equal(rows, TextOf(array));
        Assert.Equal(type is "|O" or "structured", array.Problem is not null);
    }

    [Fact]
    public async Task A_long_list_is_shown_in_rows()
    {
        var array = (await ReadAsync("list.npy"))!;

        Assert.Equal(1000, array.Count);
        Assert.Equal(NumpyFile.MaxRows, array.Rows.Count);
        Assert.Equal("[190,191,192,193,194,195,196,197,198,199]", SacredJson.ToText(new SacredList([.. array.Rows[^1].Select(value => value!)])));
    }

    [Fact]
    public async Task What_is_cut_off_is_missing_and_not_wrong()
    {
        var bytes = await File.ReadAllBytesAsync(TestFiles.Path("numpy", "matrix.npy"), TestContext.Current.CancellationToken);

        for (var length = 0; length < bytes.Length; length++)
        {
            var array = await NumpyFile.ReadAsync(new MemoryStream(bytes, 0, length), TestContext.Current.CancellationToken);

            Assert.Equal(length < 128, array is null);
            Assert.Equal(array is null ? 0 : (length - 128) / 4, array?.Rows.SelectMany(row => row).Count(value => value is not null) ?? 0);
        }
    }

    [Theory]
    [InlineData("(9223372036854775807, 9223372036854775807, 3)", true)]
    [InlineData("(99999999999999999999,)", false)]
    [InlineData("(-1,)", false)]
    public async Task Absurd_dimensions_are_no_harm(string shape, bool isRead)
    {
        var header = System.Text.Encoding.ASCII.GetBytes($"{{'descr': '<f8', 'fortran_order': True, 'shape': {shape}, }}\n");
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. header, 0, 0];

        Assert.Equal(isRead, await NumpyFile.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken) is not null);
    }

    private static string TextOf(NumpyFile array) => SacredJson.ToText(
        new SacredList([.. array.Rows.Select(row => new SacredList([.. row.Select(value => value ?? SacredNull.Value)]))]));

    private static async Task<NumpyFile?> ReadAsync(string name)
    {
        await using var content = File.OpenRead(TestFiles.Path("numpy", name));
        return await NumpyFile.ReadAsync(content, TestContext.Current.CancellationToken);
    }
}
