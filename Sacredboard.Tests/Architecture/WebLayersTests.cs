using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Architecture;

/// <summary>Sacredboard.Web has one folder for each noun: docs/architecture.md.</summary>
public sealed class WebLayersTests
{
    private static readonly Lazy<IReadOnlyList<TypeUse>> Uses = new(() => TypeUse.Of(typeof(SacredboardHost).Assembly, "Sacredboard.Web"));

    private static IEnumerable<TypeUse> OfModels => Uses.Value.Where(use => use.Folder.Split('/')[0] == "Models");

    [Fact]
    public void No_folders_use_each_other() => TypeUse.AssertNone(Cycles.Of(Uses.Value));

    [Fact]
    public void Models_use_no_service()
    {
        var services = SacredboardHost.CreateBuilder([], new StartSettings()).AddSacredboard(new StartSettings()).Services
            .SelectMany(service => new[] { service.ServiceType, service.ImplementationType, service.ImplementationInstance?.GetType() })
            .OfType<Type>()
            .Select(type => type.FullName)
            .ToHashSet();
        Assert.Contains("Sacredboard.Web.Sources.SourceRegistry", services);

        TypeUse.AssertNone(OfModels.Where(use => services.Contains(use.Used)));
    }

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.Net.")]
    [InlineData("Microsoft.Extensions.")]
    public void Models_only_say_what_was_found(string forbidden) =>
        TypeUse.AssertNone(OfModels.Where(use => use.Used.StartsWith(forbidden, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Mongo")]
    [InlineData("Microsoft.Data.")]
    public void Knows_no_database(string assemblies) =>
        Assert.DoesNotContain(
            typeof(SacredboardHost).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith(assemblies, StringComparison.Ordinal));

    /// <summary>What Web gets of the runs of a source is decoded and masked.</summary>
    [Theory]
    [InlineData(typeof(IRunStore))]
    [InlineData(typeof(IRunMetrics))]
    [InlineData(typeof(IRunLogs))]
    public void Knows_no_store(Type store) => TypeUse.AssertNone(Uses.Value.Where(use => use.Used == store.FullName));
}
