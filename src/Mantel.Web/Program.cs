var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/health/live", () => "ok");
await app.RunAsync();

/// <summary>The product's entry point, named so that tests can host it.</summary>
public partial class Program;
