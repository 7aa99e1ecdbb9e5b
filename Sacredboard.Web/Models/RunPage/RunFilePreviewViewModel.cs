using Sacredboard.Data.Runs;
using Sacredboard.Web.Files;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.RunPage;

/// <param name="Text">Null if the file is not text.</param>
public sealed record RunFilePreviewViewModel(RunId Id, SourceUrls Urls, RunFileViewModel File, FileText? Text);
