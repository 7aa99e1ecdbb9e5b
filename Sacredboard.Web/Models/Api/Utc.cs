namespace Sacredboard.Web.Models.Api;

/// <summary>Times that are UTC but do not say so: JSON needs the <c>Z</c>.</summary>
internal static class Utc
{
    public static DateTime? Of(DateTime? time) => time is { } some ? DateTime.SpecifyKind(some, DateTimeKind.Utc) : null;
}
