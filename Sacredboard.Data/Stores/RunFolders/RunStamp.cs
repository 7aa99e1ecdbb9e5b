using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>The states of the files of a summary; when they are equal, the summary has not changed.</summary>
internal readonly record struct RunStamp(FileState Run, FileState Config, FileState Info)
{
    /// <param name="state">The state of a file of the run by its name.</param>
    public static RunStamp Of(Func<string, FileState> state) => new(state("run.json"), state("config.json"), state("info.json"));
}
