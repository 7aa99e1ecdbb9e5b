namespace Sacredboard.Web.Models.Api;

/// <summary>Marks times as UTC, so that JSON has the <c>Z</c>.</summary>
internal static class Utc
{
    public static DateTime? Of(DateTime? time) => time is { } some ? DateTime.SpecifyKind(some, DateTimeKind.Utc) : null;
}
