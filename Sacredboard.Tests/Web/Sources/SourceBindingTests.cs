using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Sources;

namespace Sacredboard.Tests.Web.Sources;

public sealed class SourceBindingTests
{
    /// <summary>Else each request walks through all runs of the source: 70 ms of 75 with 10,000 of them.</summary>
    [Fact]
    public async Task A_source_is_not_validated_with_all_that_hangs_on_it()
    {
        await using var board = Board.OnSamples();
        var metadata = board.Services.GetRequiredService<IModelMetadataProvider>().GetMetadataForType(typeof(Source));
        Assert.False(metadata.ValidateChildren);
    }
}
