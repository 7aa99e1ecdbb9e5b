using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Tests.Data.Values;

/// <summary>What jsonpickle 4 made of one value of every kind, in the config and info of a real run.</summary>
public sealed class JsonpickleZooTests
{
    private static readonly SacredObject Zoo =
        (SacredObject)JsonTree.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "TestData", "jsonpickle", "zoo.json"))).Root;

    [Theory]
    [InlineData("tuple", "tuple", """[1,2,["a"]]""")]
    [InlineData("set", "set", "[3]")]
    [InlineData("frozenset", "frozenset", "[1]")]
    [InlineData("bytes", "bytes", """ "b'\\x00\\xffbytes'" """)]
    [InlineData("complex", "complex", """ "(1+2j)" """)]
    [InlineData("decimal", "decimal.Decimal", "1.1")]
    [InlineData("fraction", "fractions.Fraction", """ "1/3" """)]
    [InlineData("datetime", "datetime.datetime", """{"$date":"2020-01-02T03:04:05.000678Z"}""")]
    [InlineData("aware", "datetime.datetime", """{"$date":"2020-01-02T03:04:05Z"}""")]
    [InlineData("date", "datetime.date", """ "2024-02-29" """)]
    [InlineData("time", "datetime.time", """ "23:59:59.000005" """)]
    [InlineData("timedelta", "datetime.timedelta", """ "1 day, 12:00:00.000007" """)]
    [InlineData("path", "pathlib.PurePosixPath", """ "/data/set/x.csv" """)]
    [InlineData("enum", "__main__.Colour", "1")]
    [InlineData("enum_text", "__main__.Colour", """ "blue" """)]
    [InlineData("uuid", "uuid.UUID", """ "00000000-0000-0000-0000-00000000002a" """)]
    [InlineData("range", "range", """ "(0, 10, 3)" """)]
    [InlineData("slice", "slice", """ "(1, 2, None)" """)]
    [InlineData("ordered", "collections.OrderedDict", """{"z":1,"a":2}""")]
    [InlineData("counter", "collections.Counter", """{"a":2,"b":1,"c":1}""")]
    [InlineData("deque", "collections.deque", "[1,2]")]
    [InlineData("defaultdict", "collections.defaultdict", """{"k":[1]}""")]
    [InlineData("namedtuple", "__main__.Point", "[1,2]")]
    [InlineData("object", "__main__.Blob", """{"name":"blob","inner":{"deep":[1,2]}}""")]
    [InlineData("class", "type", """ "__main__.Blob" """)]
    [InlineData("function", "function", """ "__main__.scratch" """)]
    [InlineData("builtin", "function", """ "len" """)]
    [InlineData("module", "module", """ "math" """)]
    [InlineData("exception", "ValueError", """ "bad" """)]
    [InlineData("ellipsis", "ellipsis", """ "..." """)]
    [InlineData("np_float64", "numpy.float64", "1.5")]
    [InlineData("np_float32", "numpy.float32", "0.10000000149011612")]
    [InlineData("np_int64", "numpy.int64", "-7")]
    [InlineData("np_bool", "numpy.bool", "true")]
    [InlineData("np_str", "numpy.str_", """ "text" """)]
    [InlineData("np_nan", "numpy.float64", """ "NaN" """)]
    [InlineData("array_small", "numpy.ndarray", "[[1.5,2.5],[3.0,4.0]]")]
    [InlineData("array_empty", "numpy.ndarray", "[]")]
    [InlineData("array_0d", "numpy.ndarray", "5.0")]
    [InlineData("array_view", "numpy.ndarray", "[5,6,7]")]
    [InlineData("array_2d_view", "numpy.ndarray", "[[0,1,2,3,4,5],[6,7,8,9,10,11],[12,13,14,15,16,17],[18,19,20,21,22,23]]")]
    [InlineData("array_bool", "numpy.ndarray", "[true,false]")]
    [InlineData("array_text", "numpy.ndarray", """["a","bc"]""")]
    [InlineData("array_object", "numpy.ndarray", """[1,"a",null]""")]
    [InlineData("array_nan", "numpy.ndarray", """["NaN","Infinity","-Infinity",1.0]""")]
    [InlineData("array_struct", "numpy.ndarray", "[[0,0.0],[0,0.0]]")]
    [InlineData("array_datetime", "numpy.ndarray", """["2024-01-01"]""")]
    [InlineData("array_complex", "numpy.ndarray", """["(1+2j)"]""")]
    [InlineData("series", "pandas.Series", "[1,2]")]
    [InlineData("frame", "pandas.DataFrame", """{"A":[1,2],"B":["x","y"]}""")]
    [InlineData("index", "pandas.Index", """["a","b"]""")]
    [InlineData("timestamp", "pandas.Timestamp", """{"$date":"2024-03-01T12:00:00Z"}""")]
    [InlineData("shared_2", "py/id", """ "↺ same object as elsewhere" """)]
    public void A_value_of_each_kind_is_decoded(string key, string type, string json)
    {
        var stored = ((SacredObject)Zoo["info"]!)[key]!;

        var typed = Assert.IsType<SacredTyped>(Jsonpickle.Decode(stored));

        Assert.Equal(type, typed.TypeName);
        Assert.Equal(
            json.Trim(),
            SacredJson.ToText(typed, decoded: true).Replace("\\u0027", "'").Replace("\\u002B", "+").Replace("\\u21BA", "↺"));
        Assert.Same(stored, typed.Raw);
    }

    [Fact]
    public void Packed_arrays_are_unpacked()
    {
        var info = (SacredObject)Jsonpickle.Decode(Zoo["info"]!);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => (double)i), Numbers(info["array_20"]));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (double)i), Numbers(info["array_int8"]));
        Assert.Equal(Enumerable.Repeat(1.0, 25), Numbers(info["array_fortran"]));
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => i / 2999.0), Numbers(info["array_big"]), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Plain_values_stay_the_same_instance()
    {
        var plain = JsonTree.Parse("""{"a":[1,{"b":null}],"py":{"py/":1}}"""u8).Root;

        Assert.Same(plain, Jsonpickle.Decode(plain));
    }

    private static IEnumerable<double> Numbers(SacredValue? value) => value switch
    {
        SacredTyped typed => Numbers(typed.Value),
        SacredList list => list.Items.SelectMany(Numbers),
        SacredInteger integer => [(double)integer.Value],
        SacredDouble real => [real.Value],
        _ => [],
    };
}
