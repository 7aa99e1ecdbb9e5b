using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.RunPage;

/// <param name="Text">Null for what is no text.</param>
public sealed record RunFilePreviewViewModel(RunId Id, SourceUrls Urls, RunFileViewModel File, FileText? Text);
