using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Files;

/// <summary>The states of the files of a summary; when they are equal, the summary has not changed.</summary>
internal readonly record struct RunStamp(FileState Run, FileState Config, FileState Info)
{
    public static RunStamp Of(string runDirectory) => new(
        FileState.Of(Path.Combine(runDirectory, "run.json")),
        FileState.Of(Path.Combine(runDirectory, "config.json")),
        FileState.Of(Path.Combine(runDirectory, "info.json")));
}
