using System.ComponentModel;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Models.Api;

[Description("A file that a run lists.")]
public sealed record FileModel
{
    [Description("Names the file within its run.")]
    public required string Id { get; init; }

    [Description("artifact, source or resource.")]
    public required string Kind { get; init; }

    [Description("The name in the run: any text, possibly a path.")]
    public required string Name { get; init; }

    [Description("In bytes; null when unknown.")]
    public required long? Size { get; init; }

    [Description("When it was stored: uploaded to the database, or last written as a file; null when unknown.")]
    public required DateTime? Stored { get; init; }

    [Description("Hexadecimal; null when none is stored.")]
    public required string? Md5 { get; init; }

    [Description("The stored type, else one guessed from the name.")]
    public required string? ContentType { get; init; }

    [Description("False if the content is not available.")]
    public required bool Available { get; init; }

    [Description("Why the content is not available; else null.")]
    public required string? Problem { get; init; }

    [Description("The address of its content.")]
    public required string Url { get; init; }

    public static FileModel Of(RunFile file, string url) => new()
    {
        Id = file.Id,
        Kind = file.Kind.ToString().ToLowerInvariant(),
        Name = file.Name,
        Size = file.Size,
        Stored = file.Stored,
        Md5 = file.Md5,
        ContentType = file.ContentType,
        Available = file.Available,
        Problem = file.Problem,
        Url = url,
    };
}
