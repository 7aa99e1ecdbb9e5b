using System.IO.Compression;
using System.Text;
using FsCheck.Xunit;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Tests.Data.Values.Python;

/// <summary>Encodings that the recorded runs do not hold, and hostile ones.</summary>
public sealed class JsonpickleTests
{
    [Theory]
    [InlineData("""{"py/reduce":[{"py/function":"builtins.getattr"},{"py/tuple":[{"py/type":"m.Color"},"RED"]}]}""", "m.Color", "\"RED\"")]
    [InlineData("""{"py/reduce":[{"py/type":"datetime.timedelta"},{"py/tuple":[0,61,0]}]}""", "datetime.timedelta", "\"0:01:01\"")]
    [InlineData("""{"py/reduce":[{"py/type":"datetime.timedelta"},{"py/tuple":[-1,86399,999999]}]}""", "datetime.timedelta", "\"-1 day, 23:59:59.999999\"")]
    [InlineData("""{"py/reduce":[{"py/type":"pathlib.PosixPath"},{"py/tuple":["/","x","y"]}]}""", "pathlib.PosixPath", "\"/x/y\"")]
    [InlineData("""{"py/reduce":[{"py/type":"pathlib.PosixPath"},{"py/tuple":["a","b"]}]}""", "pathlib.PosixPath", "\"a/b\"")]
    [InlineData("""{"py/reduce":[{"py/type":"pathlib.PosixPath"},{"py/tuple":[]}]}""", "pathlib.PosixPath", "\".\"")]
    [InlineData("""{"py/reduce":[{"py/type":"pathlib.WindowsPath"},{"py/tuple":["C:\\","x","y"]}]}""", "pathlib.WindowsPath", "\"C:\\\\x\\\\y\"")]
    [InlineData("""{"py/reduce":[{"py/type":"decimal.Decimal"},{"py/tuple":["0.1000000000000000055511151231257827"]}]}""", "decimal.Decimal", "\"0.1000000000000000055511151231257827\"")]
    [InlineData("""{"py/reduce":[{"py/type":"decimal.Decimal"},{"py/tuple":["NaN"]}]}""", "decimal.Decimal", "\"NaN\"")]
    [InlineData("""{"py/reduce":[{"py/type":"decimal.Decimal"},{"py/tuple":["12"]}]}""", "decimal.Decimal", "12")]
    [InlineData("""{"py/reduce":[{"py/type":"m.Thing"},{"py/tuple":[1,2]},{"a":{"py/set":[1]}}]}""", "m.Thing", """{"arguments":[1,2],"state":{"a":[1]}}""")]
    [InlineData("""{"py/object":"builtins.complex","py/newargs":{"py/tuple":[0.0,-1.5]},"py/state":null}""", "complex", "\"(0-1.5j)\"")]
    [InlineData("""{"py/object":"m.State","py/state":{"a":{"py/tuple":[1]}}}""", "m.State", """{"a":[1]}""")]
    [InlineData("""{"py/object":"collections.defaultdict","py/state":null}""", "collections.defaultdict", "{}")]
    [InlineData("""{"py/object":"datetime.datetime","__reduce__":[{"py/type":"datetime.datetime"},["B+oLFwM2MwwADg=="]]}""", "datetime.datetime", """{"$date":"2026-11-23T03:54:51.786446Z"}""")]
    [InlineData("""{"py/object":"datetime.datetime","__reduce__":[{"py/type":"datetime.datetime"},["AAAAAAAAAAAAAA=="]]}""", "datetime.datetime", null)]
    [InlineData("""{"py/object":"datetime.datetime","__reduce__":[{"py/type":"datetime.datetime"},["no base64!"]]}""", "datetime.datetime", null)]
    [InlineData("""{"py/object":"datetime.datetime","__reduce__":"text"}""", "datetime.datetime", null)]
    [InlineData("""{"py/b85":"Xk~0{Zv"}""", "bytes", "\"b'hello'\"")]
    [InlineData("""{"py/bytes":"a=3Db=00"}""", "bytes", "\"b'a=b\\\\x00'\"")]
    [InlineData("""{"py/b64":"!"}""", "bytes", null)]
    [InlineData("""{"py/repr":"json/json"}""", "module", "\"json\"")]
    [InlineData("""{"py/object":"numpy.ndarray","dtype":"float32","values":[1.5],"writeable":false}""", "numpy.ndarray", "[1.5]")]
    [InlineData("""{"py/object":"pandas.core.frame.DataFrame","values":"A,B\n1,x\n\"2\",\"y,\"\"z\"\n","txt":true,"meta":{}}""", "pandas.core.frame.DataFrame", """{"A":[1,2],"B":["x","y,\"z"]}""")]
    [InlineData("""{"py/object":"pandas.core.frame.DataFrame","values":{"A":{"0":1}},"dtypes":{"A":"int64"}}""", "pandas.core.frame.DataFrame", """{"A":{"0":1}}""")]
    public void A_stored_form_is_decoded(string json, string type, string? decoded)
    {
        var typed = Assert.IsType<SacredTyped>(Decode(json));

        Assert.Equal(type, typed.TypeName);
        Assert.Equal(
            decoded is null ? null : SacredJson.ToText(JsonTree.Parse(Encoding.UTF8.GetBytes(decoded)).Root),
            typed.Value is null ? null : SacredJson.ToText(typed.Value, decoded: true));
    }

    [Theory]
    [InlineData(0, 7200, "2020-01-01T23:00:00")]
    [InlineData(-1, 68400, "2020-01-02T06:00:00")]
    public void A_time_in_a_zone_of_known_offset_is_moved_to_utc(int days, int seconds, string utc)
    {
        var json =
            $$$"""{"py/object":"datetime.datetime","__reduce__":[{"py/type":"datetime.datetime"},["B+QBAgEAAAAAAA==",{"py/reduce":[{"py/type":"datetime.timezone"},{"py/tuple":[{"py/reduce":[{"py/type":"datetime.timedelta"},{"py/tuple":[{{{days}}},{{{seconds}}},0]}]}]}]}]]}""";

        var date = Assert.IsType<SacredDate>(Assert.IsType<SacredTyped>(Decode(json)).Value);

        Assert.Equal(utc, date.Value.ToString("s"));
    }

    [Fact]
    public void Keys_that_are_no_text_are_shown_as_python_writes_them()
    {
        var decoded = Assert.IsType<SacredObject>(
            Decode("""{"json://1":"a","json://2.5":"b","json://null":"c","json://{\"py/tuple\": [1, \"x\"]}":"d","json://":"e"}"""));

        Assert.Equal(["1", "2.5", "None", "(1, 'x')", "json://"], decoded.Members.Select(member => member.Key));
    }

    [Fact]
    public void A_key_that_would_be_there_twice_keeps_its_stored_form()
    {
        var decoded = Assert.IsType<SacredObject>(Decode("""{"json://1":[{"py/tuple":[]}],"1":2}"""));

        Assert.Equal(["json://1", "1"], decoded.Members.Select(member => member.Key));
    }

    [Theory]
    [InlineData("""{"py/tuple":"text"}""")]
    [InlineData("""{"py/unknown":1,"a":2}""")]
    [InlineData("""{"py/object":5}""")]
    [InlineData("""{"py/reduce":[]}""")]
    [InlineData("""{"py/reduce":["text"]}""")]
    [InlineData("""{"py/id":"x"}""")]
    public void What_only_looks_like_a_tag_stays_an_object(string json) => Assert.IsType<SacredObject>(Decode(json));

    [Fact]
    public void Views_are_read_by_offset_and_strides_also_backwards()
    {
        var bytes = Enumerable.Range(0, 20).SelectMany(i => BitConverter.GetBytes((short)i)).ToArray();
        var origin = $$"""{"py/object":"numpy.ndarray","values":"{{Pack(bytes)}}","shape":[4,5],"dtype":"int16","byteorder":"<"}""";

        Assert.Equal("[[0,5,10,15],[1,6,11,16]]", Array(View(origin, "\"shape\":[2,4],\"strides\":[2,10],\"dtype\":\"int16\"")));
        Assert.Equal("[19,18,17]", Array(View(origin, "\"shape\":[3],\"strides\":[-2],\"offset\":38,\"dtype\":\"int16\"")));
        Assert.Equal("[[7,7],[7,7]]", Array(View(origin, "\"shape\":[2,2],\"strides\":[0,0],\"offset\":14,\"dtype\":\"int16\"")));
        Assert.Equal("[65536,196610]", Array(View(origin, "\"shape\":[2],\"dtype\":\"uint32\"")));
        Assert.Equal("[0,256]", Array(View(origin, "\"shape\":[2],\"dtype\":\"int16\",\"byteorder\":\"S\"")));
    }

    [Theory]
    [InlineData("float64", "1.5,-2.0", "[[1.5,-2.0],[1.5,-2.0]]")]
    [InlineData("float32", "1.5,-2.0", "[[1.5,-2.0],[1.5,-2.0]]")]
    [InlineData("int16", "1,-2", "[[1,-2],[1,-2]]")]
    [InlineData("uint64", "18446744073709551615,2", "[[18446744073709551615,2],[18446744073709551615,2]]")]
    [InlineData("bool", "true,false", "[[true,false],[true,false]]")]
    public void Views_of_an_array_that_is_stored_as_a_list_are_read(string dtype, string values, string expected)
    {
        var size = dtype switch { "bool" => 1, "int16" => 2, "float32" => 4, _ => 8 };
        var origin = $$"""{"py/object":"numpy.ndarray","values":[{{values}}],"dtype":"{{dtype}}"}""";

        Assert.Equal(expected, Array(View(origin, $"\"shape\":[2,2],\"strides\":[0,{size}],\"dtype\":\"{dtype}\"")));
    }

    [Theory]
    [InlineData("\"shape\":[11],\"offset\":20,\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[2],\"strides\":[-2],\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[2],\"strides\":[2,2],\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[-1],\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[2147483647,2147483647],\"strides\":[0,0],\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[50000000],\"strides\":[0],\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[1],\"offset\":-2,\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[1],\"offset\":99999999999999999999,\"dtype\":\"int16\"")]
    [InlineData("\"shape\":[1],\"dtype\":\"float128\"")]
    [InlineData("\"shape\":\"x\",\"dtype\":\"int16\"")]
    public void Views_that_leave_their_bytes_are_not_decoded(string view)
    {
        var origin = $$"""{"py/object":"numpy.ndarray","values":"{{Pack(new byte[40])}}","shape":[20],"dtype":"int16","byteorder":"<"}""";

        Assert.Null(Assert.IsType<SacredTyped>(Decode(View(origin, view))).Value);
    }

    [Theory]
    [InlineData("float16", 2, "<")]
    [InlineData("float32", 4, ">")]
    [InlineData("float64", 8, ">")]
    [InlineData("int32", 4, ">")]
    [InlineData("uint64", 8, "<")]
    [InlineData("bool", 1, "|")]
    [InlineData("complex64", 8, "<")]
    [InlineData("<U3", 12, "<")]
    [InlineData("|S3", 3, "|")]
    [InlineData("datetime64[ns]", 8, "<")]
    [InlineData("timedelta64[ms]", 8, "<")]
    public void Arrays_of_all_types_are_unpacked(string dtype, int size, string order)
    {
        var json =
            $$"""{"py/object":"numpy.ndarray","values":"{{Pack(new byte[size * 20])}}","shape":[4,5],"dtype":"{{dtype}}","byteorder":"{{order}}"}""";

        var rows = Assert.IsType<SacredList>(Assert.IsType<SacredTyped>(Decode(json)).Value).Items;

        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Equal(5, Assert.IsType<SacredList>(row).Items.Count));
    }

    [Fact]
    public void Arrays_of_objects_are_a_packed_json_list()
    {
        var json = $$"""{"py/object":"numpy.ndarray","values":"{{Pack("[1, \"a\", null]"u8.ToArray())}}","shape":[3],"dtype":"object"}""";

        Assert.Equal("""[1,"a",null]""", Array(json));
    }

    [Fact]
    public void A_few_bytes_never_become_gigabytes()
    {
        var bomb = Pack(new byte[50_000_000]);
        var one = $$"""{"py/object":"numpy.ndarray","values":"{{bomb}}","shape":[20],"dtype":"int8"}""";
        var many = $$"""{"py/object":"numpy.ndarray","values":"{{bomb}}","shape":[50000000],"dtype":"int8"}""";
        var objects = $$"""{"py/object":"numpy.ndarray","values":"{{bomb}}","shape":[50000000],"dtype":"object"}""";
        var empty = """{"py/object":"numpy.ndarray","values":"","shape":[60000000,0],"dtype":"int8"}""";

        var before = GC.GetAllocatedBytesForCurrentThread();
        var decoded = Assert.IsType<SacredList>(Decode($"[{one},{many},{objects},{empty},{many},{many}]"));

        Assert.All(decoded.Items, item => Assert.Null(Assert.IsType<SacredTyped>(item).Value));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000);
    }

    [Property]
    public bool Whatever_is_tagged_is_decoded_without_a_fault(string tag, string[] texts)
    {
        foreach (var known in new[] { "py/tuple", "py/reduce", "py/object", "py/b64", "py/b85", "py/bytes", "py/" + tag })
        {
            var items = (texts ?? []).Select(text => (SacredValue)new SacredText(text ?? "")).ToList();
            var nested = new SacredObject([
                new(known, new SacredList(items)),
                new("values", new SacredList(items)),
                new("shape", new SacredList(items))]);
            var texted = new SacredObject([
                new(known, new SacredText(tag ?? "")),
                new("__reduce__", nested),
                new("dtype", new SacredText(tag ?? ""))]);
            _ = SacredJson.ToText(Jsonpickle.Decode(new SacredList([nested, texted])), decoded: true);
        }

        return true;
    }

    private static SacredValue Decode(string json) => Jsonpickle.Decode(JsonTree.Parse(Encoding.UTF8.GetBytes(json)).Root);

    private static string Array(string json) => SacredJson.ToText(Assert.IsType<SacredTyped>(Decode(json)).Value!, decoded: true);

    private static string View(string origin, string rest) => $$"""{"py/object":"numpy.ndarray","base":{{origin}},{{rest}}}""";

    private static string Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return Convert.ToBase64String(packed.ToArray());
    }
}
