using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>Host, system and code of a run in a few lines. Any part may be missing or have another type than Sacred writes.</summary>
internal static class RowDetailFacts
{
    /// <param name="run">Decoded, secrets masked.</param>
    public static IReadOnlyList<RowDetailFact> Of(Run run)
    {
        var host = Tree(run.Host);
        var experiment = Tree(run.Experiment);
        var meta = Tree(run.Meta);
        return
        [
            .. Text(
                "Tags",
                run.Summary.Tags.Count == 0 ? null : ValueText.Visible(string.Join(", ", run.Summary.Tags)),
                OwnFields.Tags.Field),
            .. Text("Folder", run.Summary.Folder is { } folder ? ValueText.Visible(folder) : null, OwnFields.Folder.Field),
            .. Fact("Host", host["hostname"], OwnFields.Host.Field),
            .. Fact("System", host["os"] is SacredList { Items: [_, var platform, ..] } ? platform : host["os"]),
            .. Fact("Python", host["python_version"], new() { Root = FieldRoot.Host, Path = ["python_version"] }),
            .. Fact("Processor", host["cpu"], new() { Root = FieldRoot.Host, Path = ["cpu"] }),
            .. Text("Graphics", Graphics(host["gpus"])),
            .. Fact("Main file", experiment["mainfile"], new() { Root = FieldRoot.Experiment, Path = ["mainfile"] }),
            .. Text("Commit", Commit(experiment["repositories"])),
            .. Text("Packages", experiment["dependencies"] is SacredList { Items.Count: > 0 and var count } ? $"{count}" : null),
            .. Fact("Named configs", meta["named_configs"] is SacredList { Items.Count: 0 } ? null : meta["named_configs"]),
        ];
    }

    private static SacredObject Tree(SacredValue? value) => value as SacredObject ?? SacredObject.Empty;

    private static IEnumerable<RowDetailFact> Fact(string name, SacredValue? value, RunField? field = null)
    {
        if (value is not (null or SacredNull or SacredText { Value: "" }))
        {
            var cell = ValueText.Cell(value);
            yield return new(name, cell.Text, cell.Full, field);
        }
    }

    private static IEnumerable<RowDetailFact> Text(string name, string? text, RunField? field = null) =>
        text is null ? [] : [new(name, text, Field: field)];

    // "A100 × 2"
    private static string? Graphics(SacredValue? gpus) =>
        (gpus as SacredObject)?["gpus"] is SacredList { Items.Count: > 0 } list
            ? string.Join(", ", list.Items
                .Select(gpu => (gpu as SacredObject)?["model"] is { } model ? ValueText.OneLine(model, 60) : "unknown")
                .GroupBy(model => model)
                .Select(group => group.Count() > 1 ? $"{group.Key} × {group.Count()}" : group.Key))
            : null;

    // The same repository is stored once for each source file.
    private static string? Commit(SacredValue? repositories)
    {
        var commits = ((repositories as SacredList)?.Items ?? [])
            .OfType<SacredObject>()
            .Where(repository => repository["commit"] is SacredText)
            .Select(repository => Ellipsis.End(ValueText.Visible(((SacredText)repository["commit"]!).Value), 12).TrimEnd('…')
                + (repository["dirty"] is SacredBoolean { Value: true } ? " with changes" : ""))
            .Distinct()
            .ToList();
        return commits.Count == 0 ? null : string.Join(", ", commits);
    }
}
