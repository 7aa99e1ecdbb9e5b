using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// Gives actions the text of an address as it is. MVC makes null of white space, also where an action asks for a text that is never null.
/// </summary>
public sealed class TextAsWritten : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}
