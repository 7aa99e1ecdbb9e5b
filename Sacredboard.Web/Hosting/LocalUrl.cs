namespace Sacredboard.Web.Hosting;

/// <summary>The address of this server for a browser on the same machine.</summary>
public static class LocalUrl
{
    /// <param name="address">As the server reports it: <c>http://[::]:5000</c>.</param>
    /// <param name="subUrl">The path prefix behind a proxy, or <c>/</c>.</param>
    /// <returns>Ends with a slash.</returns>
    public static string Of(string address, string subUrl)
    {
        var uri = new Uri(address);
        // A wildcard address includes loopback.
        var host = uri.Host is "[::]" or "0.0.0.0" ? "localhost" : uri.Host;
        return $"http://{host}:{uri.Port}{subUrl.TrimEnd('/')}/";
    }
}
