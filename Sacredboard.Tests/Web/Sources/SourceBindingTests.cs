using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Sources;

namespace Sacredboard.Tests.Web.Sources;

public sealed class SourceBindingTests(SamplesBoard samples)
{
    /// <summary>Validation would visit all runs of the source in each request: 70 of 75 ms with 10,000 runs.</summary>
    [Fact]
    public void A_source_is_not_validated_with_all_that_hangs_on_it()
    {
        var metadata = samples.Services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Source));
        Assert.False(metadata.ValidateChildren);
    }
}
