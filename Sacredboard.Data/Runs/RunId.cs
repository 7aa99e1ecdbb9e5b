using System.Globalization;
using System.Text;

namespace Sacredboard.Data.Runs;

/// <summary>The type of a run's id in the storage. Ids of different kinds are different runs.</summary>
public enum RunIdKind
{
    Null,

    /// <summary>Integers are equal whatever width they are stored in, as in MongoDB.</summary>
    Integer,
    Real,
    Text,
    ObjectId,
    Uuid,

    /// <summary>Any other BSON type, as canonical extended JSON.</summary>
    Other,
}

/// <summary>
/// The id of a run with its type: 42, "42", an ObjectId and a UUID are four different runs. Ordered as MongoDB orders ids: null,
/// numbers, text, other types, UUID, ObjectId.
/// </summary>
public readonly struct RunId : IComparable<RunId>, IEquatable<RunId>
{
    // The kind of an id that has no text; 16 bytes instead of 24, of which there are several for each of a million runs.
    private static readonly object IntegerKind = new();
    private static readonly object RealKind = new();

    // The number, or the kind of an id that has a text.
    private readonly long _number;
    private readonly object? _content;

    private RunId(long number, object content) => (_number, _content) = (number, content);

    private RunId(RunIdKind kind, string text)
        : this((long)kind, text)
    {
    }

    public static RunId Null => default;

    public RunIdKind Kind =>
        _content is null ? RunIdKind.Null
        : ReferenceEquals(_content, IntegerKind) ? RunIdKind.Integer
        : ReferenceEquals(_content, RealKind) ? RunIdKind.Real
        : (RunIdKind)_number;

    /// <summary>The number of an <see cref="RunIdKind.Integer"/>; 0 for other kinds.</summary>
    public long Integer => ReferenceEquals(_content, IntegerKind) ? _number : 0;

    /// <summary>The number of a <see cref="RunIdKind.Real"/>.</summary>
    public double Real => ReferenceEquals(_content, RealKind) ? BitConverter.Int64BitsToDouble(_number) : 0;

    /// <summary>The text; for an ObjectId 24 hex digits, for a UUID its usual form, for other types their extended JSON.</summary>
    public string Text => _content as string ?? "";

    public static bool operator ==(RunId a, RunId b) => a.Equals(b);

    public static bool operator !=(RunId a, RunId b) => !a.Equals(b);

    public static RunId Of(long value) => new(value, IntegerKind);

    /// <summary>A double without a fraction is the same id as the integer.</summary>
    public static RunId Of(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < 9.2e18
            ? Of((long)value)
            : new(BitConverter.DoubleToInt64Bits(value), RealKind);

    public static RunId Of(string text) => new(RunIdKind.Text, text);

    public static RunId OfObjectId(string hex) => new(RunIdKind.ObjectId, hex);

    public static RunId OfUuid(Guid value) => new(RunIdKind.Uuid, value.ToString());

    public static RunId OfOther(string extendedJson) => new(RunIdKind.Other, extendedJson);

    public bool Equals(RunId other) =>
        _number == other._number
        && (ReferenceEquals(_content, other._content) || (_content is string text && other._content is string others && text == others));

    public override bool Equals(object? obj) => obj is RunId other && Equals(other);

    public override int GetHashCode() =>
        _content is string text ? HashCode.Combine(_number, text) : HashCode.Combine(_number, _content is null ? 0 : 1);

    /// <summary>For display: 42, 2.5, text as it is, hex digits, <c>null</c>.</summary>
    public override string ToString() => Kind switch
    {
        RunIdKind.Null => "null",
        RunIdKind.Integer => _number.ToString(CultureInfo.InvariantCulture),
        RunIdKind.Real => Real.ToString("R", CultureInfo.InvariantCulture),
        _ => Text,
    };

    /// <summary>
    /// The id as one URL segment of ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and <c>~</c>; see <see cref="UrlSegment"/>. A
    /// number stands for itself, and so does text unless it would be read as a number (then <c>~t</c> is prefixed).
    /// </summary>
    /// <param name="idsAreText">The store names its runs by text: a segment of digits is text.</param>
    public string ToSegment(bool idsAreText = false) => Kind switch
    {
        RunIdKind.Null => "~n",
        RunIdKind.Integer => idsAreText ? "~i" + ToString() : ToString(),
        RunIdKind.Real => "~r" + ToString(),
        RunIdKind.ObjectId => "~o" + Text,
        RunIdKind.Uuid => "~u" + Text,
        RunIdKind.Other => "~j" + UrlSegment.Encode(Text),
        _ => !idsAreText && TryInteger(Text, out _) ? "~t" + Text : UrlSegment.Encode(Text),
    };

    /// <summary>The reverse of <see cref="ToSegment"/>; false for a segment that it never returns.</summary>
    public static bool TryParse(string segment, bool idsAreText, out RunId id)
    {
        id = default;
        if (segment is not ['~', >= 'a' and <= 'z', ..])
        {
            if (!idsAreText && TryInteger(segment, out var number))
            {
                id = Of(number);
                return true;
            }

            if (!UrlSegment.TryDecode(segment, out var text))
            {
                return false;
            }

            id = Of(text);
            return true;
        }

        var rest = segment[2..];
        switch (segment[1])
        {
            case 'n' when rest.Length == 0:
                return true;
            case 'i' when TryInteger(rest, out var number):
                id = Of(number);
                return true;
            case 't' when TryInteger(rest, out _):
                id = Of(rest);
                return true;
            case 'r' when double.TryParse(rest, NumberStyles.Float, CultureInfo.InvariantCulture, out var real):
                id = Of(real);
                return true;
            case 'o' when rest.Length == 24 && rest.All(char.IsAsciiHexDigit):
                id = OfObjectId(rest.ToLowerInvariant());
                return true;
            case 'u' when Guid.TryParseExact(rest, "D", out var uuid):
                id = OfUuid(uuid);
                return true;
            case 'j' when UrlSegment.TryDecode(rest, out var json):
                id = OfOther(json);
                return true;
            default:
                return false;
        }
    }

    public int CompareTo(RunId other)
    {
        var (mine, others) = (Rank(Kind), Rank(other.Kind));
        if (mine != others)
        {
            return mine.CompareTo(others);
        }

        return Kind switch
        {
            RunIdKind.Integer when other.Kind == RunIdKind.Integer => _number.CompareTo(other._number),
            RunIdKind.Integer or RunIdKind.Real => Number().CompareTo(other.Number()),
            _ => string.CompareOrdinal(Text, other.Text),
        };
    }

    private double Number() => Kind == RunIdKind.Integer ? _number : Real;

    private static int Rank(RunIdKind kind) => kind switch
    {
        RunIdKind.Null => 0,
        RunIdKind.Integer or RunIdKind.Real => 1,
        RunIdKind.Text => 2,
        RunIdKind.Other => 3,
        RunIdKind.Uuid => 4,
        _ => 5,
    };

    // Accepts only the canonical form, so that "007" and "+7" stay text.
    private static bool TryInteger(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;
}
