using Sacredboard.Web.Hosting;

return await SacredboardStart.RunAsync(args, static (arguments, start) =>
{
    var builder = SacredboardHost.CreateBuilder(arguments, start);
    builder.AddSacredboard(start);
    return builder.Build().UseSacredboard();
});
