var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Sacredboard");
app.Run();
