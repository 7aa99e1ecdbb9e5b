using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5000", "/", "http://127.0.0.1:5000/")]
    [InlineData("http://[::]:5000", "/lab", "http://localhost:5000/lab/")]
    [InlineData("http://0.0.0.0:5001", "/lab/", "http://localhost:5001/lab/")]
    [InlineData("http://[::1]:80", "/", "http://[::1]:80/")]
    public void The_browser_of_this_machine_is_led_here(string address, string subUrl, string url) =>
        Assert.Equal(url, LocalUrl.Of(address, subUrl));
}
