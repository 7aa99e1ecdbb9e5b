using System.Globalization;
using System.Text.RegularExpressions;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.RunAddress;

/// <summary>Reads and writes <see cref="ChartSettings"/> as parameters of an address. What cannot be read is left out.</summary>
public static partial class ChartParameters
{
    private const int MaxCharts = 50;
    private const int MaxText = 300;
    private const string Log = "log";

    // As the API says it.
    private const string Continued = "continued";

    public static ChartSettings Read(IQueryCollection parameters)
    {
        return new()
        {
            X = One("x") is { } x && IsAxis(x) ? x : ChartSettings.Step,
            LogX = One("xscale") == Log,
            // Older addresses say log=true.
            LogY = One("yscale") == Log || One("log") == "true",
            Smooth = One("smooth") is { } smooth && Smoothing().IsMatch(smooth) ? smooth : null,
            Robust = One("yrange") == "robust",
            Order = Enum.TryParse<PointOrder>(One("order"), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : default,
            Joined = One("join") == Continued,
            Together = One("together") == "true",
            Across = int.TryParse(One("across"), NumberStyles.None, CultureInfo.InvariantCulture, out var across)
                && across is > 0 and <= ChartSettings.MaxAcross ? across : null,
            Filter = One("filter") is { Length: <= MaxText } filter ? filter.Trim() : "",
            Combine = One("combine") is { Length: <= MaxText } combine ? combine : "",
            Pins = [.. parameters["pin"].OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxCharts)],
            Zooms = Windows("zoom"),
            Ranges = Windows("range"),
        };

        string? One(string name) => parameters[name].LastOrDefault();

        IReadOnlyList<ChartWindow> Windows(string name) =>
            [.. parameters[name].Select(ChartWindow.Read).OfType<ChartWindow>().DistinctBy(window => window.Chart).Take(MaxCharts)];
    }

    /// <summary>The parameters of an address with these settings; defaults are left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(ChartSettings settings)
    {
        (string Name, string? Value)[] single =
        [
            ("x", settings.X == ChartSettings.Step ? null : settings.X),
            ("xscale", settings.LogX ? Log : null),
            ("yscale", settings.LogY ? Log : null),
            ("smooth", settings.Smooth),
            ("yrange", settings.Robust ? "robust" : null),
            ("order", settings.Order == PointOrder.Auto ? null : settings.Order.ToString().ToLowerInvariant()),
            ("join", settings.Joined ? Continued : null),
            ("together", settings.Together ? "true" : null),
            ("across", settings.Across?.ToString(CultureInfo.InvariantCulture)),
            ("filter", settings.Filter),
            ("combine", settings.Combine),
        ];
        return
        [
            .. from pair in single where !string.IsNullOrEmpty(pair.Value) select KeyValuePair.Create(pair.Name, pair.Value),
            .. settings.Pins.Select(pin => KeyValuePair.Create("pin", pin)),
            .. settings.Zooms.Select(zoom => KeyValuePair.Create("zoom", zoom.ToString())),
            .. settings.Ranges.Select(range => KeyValuePair.Create("range", range.ToString())),
        ];
    }

    private static bool IsAxis(string x) =>
        x is ChartSettings.Step or "relative" or "time" || x.StartsWith(ChartSettings.OtherMetric, StringComparison.Ordinal);

    [GeneratedRegex(@"^((ema|twema):0(\.[0-9]{1,6})?|(gauss|mean|median):[0-9]{1,6}(\.[0-9]{1,6})?)\z")]
    private static partial Regex Smoothing();
}
