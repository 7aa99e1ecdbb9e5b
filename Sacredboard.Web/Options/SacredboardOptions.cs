namespace Sacredboard.Web.Options;

/// <summary>The section <c>Sacredboard</c> of appsettings.json, the environment and the command line.</summary>
public sealed class SacredboardOptions
{
    public const string Section = "Sacredboard";

    /// <summary>The place to show instead of <see cref="Sources"/>; set by the command line's PLACE. Default none.</summary>
    public SourceOptions? Place { get; set; }

    /// <summary>The places to show, each with a name. Default none: the sample runs are shown.</summary>
    public IList<SourceOptions> Sources { get; set; } = [];

    /// <summary>The first port to try; when it is in use the next 49 are tried. 0 takes any free one. Default 5000.</summary>
    public int Port { get; set; } = 5000;

    /// <summary>The address to listen on: an IP address, <c>localhost</c>, or <c>*</c> for all. Default 127.0.0.1.</summary>
    public string Bind { get; set; } = "127.0.0.1";

    /// <summary>Allows an address that others can reach without sign-in. Default false.</summary>
    public bool Insecure { get; set; }

    /// <summary>The path under which a reverse proxy shows Sacredboard, such as <c>/sacred</c>. Default <c>/</c>.</summary>
    public string SubUrl { get; set; } = "/";

    /// <summary>Host names that requests may use besides the loopback names and the bound address. Default none.</summary>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For, -Proto and -Host headers are trusted. Default none.</summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>Opens the browser at start, where there is one. Default true.</summary>
    public bool OpenBrowser { get; set; } = true;

    /// <summary>Logs in detail. Default false.</summary>
    public bool Debug { get; set; }

    /// <summary>
    /// The zone in which all visitors see times and in which days of queries are meant, such as <c>Europe/Berlin</c>. Default "": that of
    /// each visitor's browser.
    /// </summary>
    public string TimeZone { get; set; } = "";

    /// <summary>
    /// The field in which a run names the run that it went on from, by its id or by a path with that id in it, such as
    /// <c>config.resume_from</c>. Default <c>resume_from</c>.
    /// </summary>
    public string ContinuesField { get; set; } = "resume_from";

    /// <summary>A running run without a heartbeat for this many seconds counts as dead. Default 120.</summary>
    public int DeadAfterSeconds { get; set; } = 120;

    /// <summary>Maximum memory for cached points of metrics, in megabytes. Default 128.</summary>
    public int MetricCacheMegabytes { get; set; } = 128;

    /// <summary>
    /// Maximum memory for large runs that all visitors together look at in one moment, in megabytes. Default 256, which keeps the program
    /// within half a gigabyte.
    /// </summary>
    public int DocumentMegabytes { get; set; } = 256;

    /// <summary>
    /// The directory of sacredboard.db, where the dashboard stores saved views. Default "": a directory in the user's data.
    /// </summary>
    public string StatePath { get; set; } = "";

    /// <summary>
    /// Maximum memory, per source, for statistics of metrics that its table shows, sorts or filters by, in megabytes. Default 64.
    /// </summary>
    public int MetricStatisticsMegabytes { get; set; } = 64;

    /// <summary>TensorBoard logs of the runs.</summary>
    public TensorBoardOptions TensorBoard { get; set; } = new();

    /// <summary>Files with the output of runs that only name them.</summary>
    public OutputFilesOptions OutputFiles { get; set; } = new();
}
