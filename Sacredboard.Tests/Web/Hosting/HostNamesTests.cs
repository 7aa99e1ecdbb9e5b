using Sacredboard.Web.Hosting;
using Sacredboard.Web.Options;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class HostNamesTests
{
    [Fact]
    public void Only_the_names_of_this_machine_are_taken_at_first() =>
        Assert.Equal(["localhost", "127.0.0.1", "[::1]"], HostNames.Allowed(new SacredboardOptions()));

    [Fact]
    public void Configured_names_and_the_bound_address_are_taken_as_well()
    {
        var names = HostNames.Allowed(new SacredboardOptions { Bind = "192.0.2.1", Insecure = true, AllowedHosts = ["lab.example.org"] });

        Assert.Contains("lab.example.org", names);
        Assert.Contains("192.0.2.1", names);
        Assert.DoesNotContain("*", names);
    }

    [Fact]
    public void An_address_with_colons_stands_in_brackets_as_browsers_write_it() =>
        Assert.Contains("[2001:db8::1]", HostNames.Allowed(new SacredboardOptions { Bind = "2001:db8::1", Insecure = true }));

    [Fact]
    public void A_board_that_listens_everywhere_still_names_the_hosts()
    {
        var names = HostNames.Allowed(new SacredboardOptions { Bind = "*", Insecure = true });

        Assert.DoesNotContain("*", names);
        Assert.Contains(Environment.MachineName, names);
    }
}
