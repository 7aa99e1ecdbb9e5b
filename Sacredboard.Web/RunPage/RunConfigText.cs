using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Export;
using Sacredboard.Web.Files;

namespace Sacredboard.Web.RunPage;

/// <summary>
/// The whole config of a run in the languages that it can be given back to Sacred in; without the docstrings of config scopes.
/// </summary>
public static class RunConfigText
{
    /// <summary>As Sacred reads it with <c>with config.json</c>.</summary>
    /// <param name="run">As stored.</param>
    public static string Json(Run run) => SacredJson.ToText(Settings(run.Config), indented: true, bare: true) + "\n";

    public static string Yaml(Run run) => YamlText.Write(Settings(run.Config));

    /// <summary>As an argument of Sacred's <c>ex.run</c>.</summary>
    public static string Python(Run run) =>
        $"config_updates = {(Settings(run.Config) is SacredObject members ? PythonExpression.WriteLines(members) : "{}")}\n";

    // Sacred adds the text of a docstring to the config; given back, it would count as a setting.
    private static SacredValue Settings(SacredValue? value) => value is SacredObject members
        ? new SacredObject([.. members.Members.Where(member => member.Key != ConfigKey.Docstring)
            .Select(member => KeyValuePair.Create(member.Key, Settings(member.Value)))])
        : value ?? SacredObject.Empty;
}
