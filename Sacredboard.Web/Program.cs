using Sacredboard.Web.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ContentRoot.Find(AppContext.BaseDirectory),
});
builder.AddSacredboard();
var app = builder.Build();
app.UseSacredboard();
app.Run();
