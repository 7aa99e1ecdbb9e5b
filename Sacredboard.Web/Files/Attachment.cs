using Microsoft.Net.Http.Headers;

namespace Sacredboard.Web.Files;

/// <summary>Says that an answer is a file to keep, and what its name is.</summary>
public static class Attachment
{
    /// <param name="response">The answer.</param>
    /// <param name="name">Any text; browsers that cannot take all of it get what they can.</param>
    /// <param name="inline">The browser may show it instead.</param>
    public static void SetFileName(this HttpResponse response, string name, bool inline = false)
    {
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
    }
}
