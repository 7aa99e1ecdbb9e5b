using Sacredboard.Data.Stores;
using Sacredboard.Web.CommandLine;

namespace Sacredboard.Web.Options;

/// <summary>
/// Checks all settings at start and collects every failure as one line: the setting as the user wrote it, what is wrong, what is
/// allowed.
/// </summary>
public static class OptionsCheck
{
    /// <exception cref="StartException">A setting is invalid.</exception>
    public static SacredboardOptions Read(IConfiguration configuration, Backends backends, StartSettings start)
    {
        var section = configuration.GetSection(SacredboardOptions.Section);
        var failures = SettingKinds.Failures(section, start.NameOf).ToList();
        if (failures.Count > 0)
        {
            throw new StartException(failures);
        }

        var options = section.Get<SacredboardOptions>() ?? new SacredboardOptions();
        failures.AddRange(HostRules.Failures(configuration));
        failures.AddRange(ServerRules.Failures(options, start));
        failures.AddRange(SourceRules.Failures(options, backends, start));
        failures.AddRange(TensorBoardRules.Failures(options.TensorBoard, start));
        failures.AddRange(PathRules.Failures(
            options.OutputFiles.Roots,
            options.OutputFiles.PathMappings,
            setting => start.NameOf($"{SacredboardOptions.Section}:{nameof(options.OutputFiles)}:{setting}")));
        return failures.Count == 0 ? options : throw new StartException(failures);
    }
}
