using System.Globalization;
using System.Reflection;

namespace Sacredboard.Web.Options;

/// <summary>Checks that every configured key is a known setting and that its text has the setting's type.</summary>
internal static class SettingKinds
{
    public static IEnumerable<string> Failures(IConfigurationSection section, Func<string, string> nameOf) =>
        Failures(section, typeof(SacredboardOptions), nameOf);

    private static IEnumerable<string> Failures(IConfigurationSection section, Type type, Func<string, string> nameOf)
    {
        if (ItemType(type) is { } item)
        {
            return section.GetChildren().SelectMany(child => Failures(child, item, nameOf));
        }

        if (type.IsClass && type != typeof(string))
        {
            return section.GetChildren().SelectMany(child => Property(type, child.Key) is { } property
                ? Failures(child, property.PropertyType, nameOf)
                : [$"{nameOf(child.Path)}: is not a setting of Sacredboard; allowed are {Names(type)}"]);
        }

        return Wanted(type, section.Value) is { } wanted
            ? [$"{nameOf(section.Path)}: is '{section.Value}', allowed is {wanted}"]
            : [];
    }

    /// <summary>Describes the type when the text is not a valid value of it; otherwise null.</summary>
    private static string? Wanted(Type type, string? text)
    {
        if (string.IsNullOrEmpty(text) && Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return kind == typeof(int) ? Unless(
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "a whole number")
            : kind == typeof(bool) ? Unless(bool.TryParse(text, out _), "true or false")
            : kind == typeof(DateTimeOffset) ? Unless(IsDate(text), "a time such as 2026-01-31 or 2026-01-31T12:00:00Z")
            : null;
    }

    private static bool IsDate(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static string? Unless(bool isGood, string wanted) => isGood ? null : wanted;

    private static Type? ItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>) ? type.GetGenericArguments()[0] : null;

    private static PropertyInfo? Property(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    private static string Names(Type type) => string.Join(", ", type.GetProperties().Select(property => property.Name));
}
