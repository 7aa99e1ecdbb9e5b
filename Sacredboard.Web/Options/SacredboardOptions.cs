namespace Sacredboard.Web.Options;

/// <summary>The section <c>Sacredboard</c> of appsettings.json, the environment and the command line.</summary>
public sealed class SacredboardOptions
{
    public const string Section = "Sacredboard";

    /// <summary>The one place to show instead of <see cref="Sources"/>; what the command line's PLACE sets. Default none.</summary>
    public SourceOptions? Place { get; set; }

    /// <summary>The places to show, each with a name. Default none: the sample runs are shown.</summary>
    public IList<SourceOptions> Sources { get; set; } = [];

    /// <summary>First port to try; when it is busy the next 49 are tried. 0 takes any free one. Default 5000.</summary>
    public int Port { get; set; } = 5000;

    /// <summary>The address to listen on: an IP address, <c>localhost</c>, or <c>*</c> for all. Default 127.0.0.1.</summary>
    public string Bind { get; set; } = "127.0.0.1";

    /// <summary>Listen on an address that others can reach although nobody has to sign in. Default false.</summary>
    public bool Insecure { get; set; }

    /// <summary>The path under which a reverse proxy shows Sacredboard, such as <c>/sacred</c>. Default <c>/</c>.</summary>
    public string SubUrl { get; set; } = "/";

    /// <summary>Host names by which browsers may ask, besides the loopback names and the bound address. Default none.</summary>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For, -Proto and -Host are believed. Default none.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>Open the browser at start, where there is one. Default true.</summary>
    public bool OpenBrowser { get; set; } = true;

    /// <summary>Log in detail. Default false.</summary>
    public bool Debug { get; set; }

    /// <summary>A running run is called probably dead after so many seconds without a sign of life. Default 120.</summary>
    public int DeadAfterSeconds { get; set; } = 120;

    /// <summary>So much memory may the points of metrics take that are kept to be drawn again, in megabytes. Default 128.</summary>
    public int MetricCacheMegabytes { get; set; } = 128;

    /// <summary>The directory of sacredboard.db, where the dashboard keeps saved views. Default "": that of the user's data.</summary>
    public string StatePath { get; set; } = "";

    /// <summary>So much memory may the summaries of metrics of each source take that its table shows, sorts by or filters by, in megabytes. Default 64.</summary>
    public int MetricSummaryMegabytes { get; set; } = 64;

    /// <summary>TensorBoard logs of the runs.</summary>
    public TensorBoardOptions TensorBoard { get; set; } = new();
}
