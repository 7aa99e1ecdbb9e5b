using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.RunAddress;

/// <summary>
/// What a person chose for the runs of an experiment, kept in a cookie for the pages of its source: the run that configs are compared
/// with, and the config key that says how many steps a run will have.
/// </summary>
/// <param name="Baseline">As <see cref="RunPageState.Baseline"/>; "" for none.</param>
/// <param name="Goal">A config key; "" for none.</param>
public sealed record RunChoices(string Baseline, string Goal)
{
    public static readonly RunChoices None = new("", "");

    private const string Cookie = "sacredboard-choices";
    private const int MaxText = 300;

    // Browsers keep 4,096 bytes of a cookie.
    private const int MaxLength = 2000;

    private const string GoalPrefix = "g";
    private const string BaselinePrefix = "b";

    /// <param name="experiment">Of the run; null for one without a name.</param>
    public static RunChoices Read(HttpRequest request, string? experiment)
    {
        var kept = QueryHelpers.ParseQuery(request.Cookies[Cookie]);
        var key = KeyOf(experiment);
        return new(Value(BaselinePrefix), Value(GoalPrefix));

        string Value(string prefix) =>
            kept.TryGetValue(prefix + key, out var value) && value[^1] is { Length: <= MaxText } text ? text : "";
    }

    /// <summary>Keeps it for later visits; the oldest choices go when there are too many.</summary>
    public void Keep(HttpContext context, SourceUrls urls, string? experiment)
    {
        var key = KeyOf(experiment);
        var pairs = QueryHelpers.ParseQuery(context.Request.Cookies[Cookie])
            .Where(pair => pair.Key != BaselinePrefix + key && pair.Key != GoalPrefix + key)
            .Select(pair => (pair.Key, Value: pair.Value.ToString()))
            .Append((Key: BaselinePrefix + key, Value: Baseline))
            .Append((Key: GoalPrefix + key, Value: Goal))
            .Where(pair => pair.Value.Length is > 0 and <= MaxText)
            .ToList();
        while (Text().Length > MaxLength)
        {
            pairs.RemoveAt(0);
        }

        context.Response.Cookies.Append(Cookie, Text(), new()
        {
            Path = urls.Runs,
            MaxAge = TimeSpan.FromDays(pairs.Count == 0 ? 0 : 365),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });

        string Text() => string.Join('&', pairs.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
    }

    // Names are hostile, and may be long.
    private static string KeyOf(string? experiment) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(experiment ?? "")).AsSpan(0, 6));
}
