using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Files;

/// <summary>By what a change of a run's summary is noticed: the states of the files it is read from.</summary>
internal readonly record struct RunStamp(FileState Run, FileState Config, FileState Info)
{
    public static RunStamp Of(string runDirectory) => new(
        FileState.Of(Path.Combine(runDirectory, "run.json")),
        FileState.Of(Path.Combine(runDirectory, "config.json")),
        FileState.Of(Path.Combine(runDirectory, "info.json")));
}
