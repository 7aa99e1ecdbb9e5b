using Microsoft.AspNetCore.Mvc.Razor;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Models;

/// <summary>Models are data, and views have typed models.</summary>
public sealed class ModelsTests
{
    /// <summary>Types that are written as any JSON.</summary>
    private static readonly Type[] NoRecords = [typeof(StoredValue), typeof(StoredValueConverter)];

    private static readonly Type[] Types = typeof(TableState).Assembly.GetTypes();

    [Fact]
    public void All_models_are_records()
    {
        // Abstract and sealed classes are static ones, which hold no data.
        var models = Types.Where(type => type.Namespace?.StartsWith("Sacredboard.Web.Models.", StringComparison.Ordinal) == true
            && type is { IsClass: true, IsNested: false } and not { IsAbstract: true, IsSealed: true }).ToList();

        Assert.True(models.Count > 50);
        Assert.Equal(NoRecords, models.Where(type => type.GetMethod("<Clone>$") is null).OrderBy(type => type.Name));
    }

    [Fact]
    public void Every_view_has_a_model_whose_type_says_what_it_is()
    {
        var views = Types.Where(type => ModelOf(type) is not null).ToDictionary(type => type.Name, type => ModelOf(type)!);

        Assert.True(views.Count > 50);
        Assert.Equal(
            ["Views_Shared__ChartActions", "Views_Shared__Layout", "Views__ViewImports", "Views__ViewStart"],
            views.Where(view => view.Value == typeof(object) || view.Value.Name.StartsWith("ValueTuple", StringComparison.Ordinal))
                .Select(view => view.Key).Order(StringComparer.Ordinal));
    }

    private static Type? ModelOf(Type view)
    {
        for (var type = view; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RazorPage<>))
            {
                return type.GetGenericArguments()[0];
            }
        }

        return null;
    }
}
