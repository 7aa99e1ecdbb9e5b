using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>
/// Synthetic summaries of the shape that Sacred's MongoObserver stores for a real project: the same number always gives the same run.
/// </summary>
internal static class SyntheticRuns
{
    private static readonly string[] Experiments =
        ["cifar10_resnet", "imagenet_finetune", "lm_small", "speech_ctc", "vae_mnist", "gnn_molecules", "rl_ppo_atari", "tabular_boosting"];

    private static readonly string[] Comments =
        [
            "baseline",
            "try larger batch",
            "ablation: no augmentation",
            "rerun after bug fix in the loader",
            "for the paper, table 2",
            "warm restart",
            "do not delete"];

    private static readonly DateTime First = new(2025, 9, 1, 6, 0, 0, DateTimeKind.Utc);

    public static RunSummary Make(int number)
    {
        var random = new Random(number);
        var kind = random.Next(Experiments.Length);
        var started = First.AddMinutes(5 * number).AddMilliseconds(random.Next(200_000));
        var status = Status(random.Next(100));
        var ended = started.AddSeconds(60 + random.Next(20_000));
        var config = Config(random, kind);
        var comment = random.Next(10) == 0 ? Pick(random, Comments) : null;
        var host = random.Next(40);
        return new RunSummary
        {
            Id = RunId.Of(number),
            Experiment = Experiments[kind],
            Command = "main",
            Status = status,
            Started = started,
            Stopped = status is RunStatus.Running or RunStatus.Queued ? null : ended,
            Heartbeat = ended.AddMilliseconds(3),
            Host = $"gpu{host:00}.cluster.example.org",
            Comment = comment,
            Tags = [.. ((SacredList)config["tags"]!).Items.Cast<SacredText>().Select(tag => tag.Value)],
            Failure = status == RunStatus.Failed ? "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB" : null,
            Config = config,
            Result = status == RunStatus.Completed ? Tree.Of(Math.Round(random.NextDouble(), 4)) : null,
            Info = Info(random, number),
            HostInfo = Host(random, host),
            Meta = Meta(config, comment, random.Next(3)),
            ExperimentInfo = Experiment(random, kind),
        };
    }

    private static string Status(int dice) => dice switch
    {
        < 90 => RunStatus.Completed,
        < 95 => RunStatus.Failed,
        < 97 => RunStatus.Interrupted,
        < 98 => RunStatus.Timeout,
        < 99 => RunStatus.Running,
        _ => RunStatus.Queued,
    };

    private static SacredObject Config(Random random, int kind)
    {
        var optimizer = Pick(random, "sgd", "adam", "adamw", "rmsprop");
        var config = Tree.Object(
            ("seed", random.Next(1_000_000_000)),
            ("epochs", Pick(random, 10, 20, 50, 100, 200)),
            ("batch_size", Pick(random, 16, 32, 64, 128, 256, 512)),
            ("lr", Pick(random, 0.1, 0.03, 0.01, 3e-3, 1e-3, 3e-4, 1e-4)),
            ("device", random.Next(10) > 0 ? "cuda" : "cpu"),
            ("amp", random.Next(2) == 0),
            ("resume", null),
            ("log_every", 50),
            ("tags", random.GetItems(["baseline", "sweep", "paper", "debug", "ablation"], random.Next(3)).Distinct()),
            ("output_dir", "/scratch/runs/" + Experiments[kind]),
            ("optimizer", Tree.Object(
                ("name", optimizer),
                ("momentum", Pick(random, 0.0, 0.9, 0.95)),
                ("weight_decay", Pick(random, 0.0, 1e-4, 5e-4, 1e-2)),
                ("betas", new[] { 0.9, 0.999 }),
                ("nesterov", optimizer == "sgd"),
                (
                    "schedule",
                    Tree.Object(
                        ("name", Pick(random, "cosine", "step", "constant")),
                        ("warmup_steps", Pick(random, 0, 500, 1000)),
                        ("gamma", 0.1))))),
            ("model", Tree.Object(
                ("name", Pick(random, "resnet18", "resnet50", "vit_s16", "transformer", "mlp")),
                ("depth", Pick(random, 2, 4, 8, 12, 18, 24)),
                ("width", Pick(random, 64, 128, 256, 512)),
                ("dropout", Pick(random, 0.0, 0.1, 0.2, 0.5)),
                ("activation", Pick(random, "relu", "gelu", "silu")),
                ("pretrained", random.Next(3) == 0),
                ("layers", random.GetItems([64, 128, 256], random.Next(2, 5))))),
            ("data", Tree.Object(
                ("name", Experiments[kind].Split('_')[^1]),
                ("root", "/data/" + Experiments[kind].Split('_')[0]),
                ("num_workers", Pick(random, 2, 4, 8)),
                ("augment", Tree.Object(("flip", true), ("crop", Pick(random, 0, 4, 8)), ("mixup", Pick(random, 0.0, 0.2)))),
                ("split_seed", random.Next(1, 11)),
                ("fraction", Pick(random, 0.1, 0.5, 1.0)))));
        return kind != 2 ? config : new SacredObject(
            [.. config.Members, new("vocab_size", Tree.Of(32_000)), new("context_length", Tree.Of(Pick(random, 256, 512, 1024)))]);
    }

    private static SacredObject Info(Random random, int number)
    {
        var metrics = Tree.Of(new object[]
        {
            Tree.Object(("name", "training.loss"), ("id", $"{number:x24}")),
            Tree.Object(("name", "validation.loss"), ("id", $"{number + 1_000_000:x24}")),
        });
        return random.Next(5) > 0
            ? Tree.Object(("metrics", metrics))
            : Tree.Object(("metrics", metrics), ("best_epoch", random.Next(200)), ("parameters", random.Next(100_000, 100_000_000)));
    }

    private static SacredObject Host(Random random, int host) => Tree.Object(
        ("hostname", $"gpu{host:00}.cluster.example.org"),
        ("os", new[] { "Linux", $"Linux-5.15.0-{60 + host}-generic-x86_64-with-glibc2.35" }),
        ("python_version", $"3.{9 + (host % 4)}.{host % 9}"),
        ("cpu", host % 4 == 3 ? null : "AMD EPYC 7742 64-Core Processor"),
        ("ENV", host % 3 == 0 ? Tree.Object(("CUDA_VISIBLE_DEVICES", random.Next(4).ToString())) : SacredObject.Empty),
        ("gpus", Tree.Object(
            ("driver_version", "550.54.15"),
            (
                "gpus",
                new object[] { Tree.Object(("model", "NVIDIA GeForce RTX 3090"), ("total_memory", 24576), ("persistence_mode", true)) }))));

    private static SacredObject Meta(SacredObject config, string? comment, int updated)
    {
        string[] flags = ["--beat-interval", "--capture", "--debug", "--enforce_clean", "--file_storage", "--force", "--help", "--id",
            "--loglevel", "--name",
            "--pdb", "--print-config", "--priority", "--queue", "--s3", "--sql", "--tiny_db", "--unobserved", "help", "COMMAND"];
        var update = updated == 0 ? [] : new[] { $"lr={((SacredDouble)config["lr"]!).Value}" };
        var options = new SacredObject([
            .. flags.Select(flag => new KeyValuePair<string, SacredValue>(flag, SacredNull.Value)),
            new("--comment", Tree.Of(comment)), new("--mongo_db", Tree.Of("db.example.org:27017:sacred")), new("UPDATE", Tree.Of(update))]);
        return Tree.Object(("command", "main"), ("options", options), ("named_configs", Array.Empty<string>()),
            ("config_updates", updated == 0 ? SacredObject.Empty : Tree.Object(("lr", config["lr"]))));
    }

    private static SacredObject Experiment(Random random, int kind)
    {
        var repository = Tree.Object(
            ("url", $"git@git.example.org:ml/{Experiments[kind]}.git"),
            ("commit", $"{random.NextInt64():x16}{random.NextInt64():x16}"),
            ("dirty", random.Next(5) == 0));
        return Tree.Object(("name", Experiments[kind]), ("base_dir", "/home/user/" + Experiments[kind]),
            ("repositories", new object[] { repository, repository, repository }), ("mainfile", "train.py"));
    }

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
