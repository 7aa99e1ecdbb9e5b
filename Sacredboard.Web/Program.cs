using Sacredboard.Web.Hosting;
using Sacredboard.Web.TensorBoard;

if (TensorBoardWatchdog.IsAskedFor(args))
{
    return await TensorBoardWatchdog.RunAsync(args);
}

return await SacredboardStart.RunAsync(args, static (arguments, start) =>
{
    var builder = SacredboardHost.CreateBuilder(arguments, start);
    builder.AddSacredboard(start);
    return builder.Build().UseSacredboard();
});
