using Microsoft.AspNetCore.Mvc;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.ViewComponents;

/// <summary>The header of every page: its source, and how current the data is.</summary>
public sealed class HeaderViewComponent(SourceRegistry sources, TimeProvider time) : ViewComponent
{
    public IViewComponentResult Invoke()
    {
        var current = sources.Find(RouteData.Values[SourceBinding.RouteKey] as string);
        return View(new HeaderViewModel
        {
            Sources = sources.All,
            Joined = sources.Joined,
            Problems = sources.Problems,
            Current = current,
            State = current is null ? null : SourceStateViewModel.Of(current.Catalog.State),
            IsComparison = RouteData.Values["controller"] as string == "Compare",
            IsSamples = sources.IsSamples,
            Now = time.GetUtcNow().UtcDateTime,
        });
    }
}
