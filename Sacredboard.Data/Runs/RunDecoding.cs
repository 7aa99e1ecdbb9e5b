using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Runs;

internal static class RunDecoding
{
    /// <summary>Decodes the jsonpickle values of a run.</summary>
    public static Run Decode(this Run run) => run with
    {
        Config = Decode(run.Config),
        Info = Decode(run.Info),
        Result = Decode(run.Result),
        Meta = Decode(run.Meta),
        Host = Decode(run.Host),
        Experiment = Decode(run.Experiment),
        Others = Jsonpickle.Decode(run.Others) as SacredObject ?? run.Others,
    };

    private static SacredValue? Decode(SacredValue? value) => value is null ? null : Jsonpickle.Decode(value);
}
