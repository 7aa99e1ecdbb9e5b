using System.Text;
using Sacredboard.Data.Stores.TensorBoard;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

public sealed class PictureTypeTests
{
    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n", "image/png")]
    [InlineData("\u00ff\u00d8\u00ff\u00e0", "image/jpeg")]
    [InlineData("GIF87a", "image/gif")]
    [InlineData("GIF89a...", "image/gif")]
    [InlineData("RIFF1234WEBPVP8 ", "image/webp")]
    [InlineData("RIFF1234WAVEfmt ", null)]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", null)]
    [InlineData("<html>GIF89a", null)]
    [InlineData("GIF8", null)]
    [InlineData("", null)]
    public void A_picture_is_known_by_its_first_bytes(string bytes, string? type) =>
        Assert.Equal(type, PictureType.Of(Encoding.Latin1.GetBytes(bytes)));
}
