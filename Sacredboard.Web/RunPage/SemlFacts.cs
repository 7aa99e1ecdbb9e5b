using Sacredboard.Data.Values;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>What SEML knows of a run beside Sacred.</summary>
internal static class SemlFacts
{
    public static void Add(List<RunFact> facts, SacredValue? meta)
    {
        RunFacts.Add(facts, "Batch", meta.Member("batch_id"));
        RunFacts.Add(facts, "Slurm job", meta.Member("slurm_job"), mono: true);
        RunFacts.Add(facts, "Cluster", meta.Member("execution").Member("cluster"), mono: true);
        RunFacts.Add(facts, "Config hash", meta.Member("config_hash"), mono: true);
        RunFacts.Add(facts, "Output file", meta.Member("seml").Member("output_file"), mono: true);
        RunFacts.Add(facts, "Measured time (s)", meta.Member("stats").Member("real_time"));
        RunFacts.Add(facts, "Most memory (bytes)", meta.Member("stats").Member("self").Member("max_memory_bytes"));
    }
}
