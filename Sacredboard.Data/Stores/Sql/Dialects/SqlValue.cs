using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>Converts what drivers give for a column. SQLite's columns may hold a value of any type.</summary>
internal static class SqlValue
{
    /// <summary>Null for NULL.</summary>
    public static SacredValue? Of(object? stored) => stored switch
    {
        null or DBNull => null,
        string text => new SacredText(text),
        bool boolean => SacredBoolean.Of(boolean),
        double number => new SacredDouble(number),
        float number => Of(number),
        decimal number => new SacredDouble((double)number),
        DateTime time => time == DateTime.MinValue ? null : new SacredDate(Utc(time)),
        byte[] bytes => new SacredText(Convert.ToHexStringLower(bytes)),
        IConvertible number and (sbyte or byte or short or ushort or int or uint or long or ulong) =>
            new SacredInteger(number.ToInt64(CultureInfo.InvariantCulture)),
        _ => new SacredText(Convert.ToString(stored, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>A number of four bytes with the digits that it was stored with: 0.95, not 0.949999988079071.</summary>
    public static SacredDouble Of(float number) =>
        new(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    // Sacred writes UTC without saying so.
    private static DateTime Utc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
