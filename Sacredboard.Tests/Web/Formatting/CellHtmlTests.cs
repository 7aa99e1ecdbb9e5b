using System.Text.Encodings.Web;
using System.Text.Unicode;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

/// <summary>Texts of cells that may run from right to left.</summary>
public sealed class CellHtmlTests
{
    [Theory]
    [InlineData("2.0 ± 1.0", "2.0 ± 1.0")]
    [InlineData("–", "–")]
    [InlineData("naïve…", "naïve…")]
    [InlineData("a<b", "a&lt;b")]
    [InlineData("שלום.", "<bdi>שלום.</bdi>")]
    [InlineData("a\u202eb", "<bdi>a\u202eb</bdi>")]
    public void Only_these_have_an_element_of_their_own(string text, string expected)
    {
        using var written = new StringWriter();
        CellHtml.WriteText(written, HtmlEncoder.Create(UnicodeRanges.All), text);

        Assert.Equal(expected, System.Net.WebUtility.HtmlDecode(written.ToString().Replace("&lt;", "&amp;lt;", StringComparison.Ordinal)));
    }
}
