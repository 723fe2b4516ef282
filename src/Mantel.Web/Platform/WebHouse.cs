using System.Net;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace Mantel.Web.Platform;

/// <summary>Puts the house together: what every page stands on first, then the modules.</summary>
public static class WebHouse
{
    public static WebApplication Build(House house)
    {
        house.Data.Create();
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(house.Bind ?? IPAddress.Loopback, house.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });
        builder.Logging.AddHouseLog();
        AddPlatform(builder.Services, house);
        Modules.Add(builder.Services, house);
        var app = builder.Build();
        UsePlatform(app);
        Modules.Map(app);
        return app;
    }

    private static void AddPlatform(IServiceCollection services, House house)
    {
        services.AddSingleton(house);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Assets>();
        services.AddSingleton<Trouble>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            Words.Of(Language.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!))
        );
        services.AddRazorComponents();
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddRouting();
        services.AddHealthChecks();
        services.AddAntiforgery(options => options.Cookie.Name = "mantel-form");
        services.Configure<FormOptions>(options => options.ValueCountLimit = 500);
        services
            .AddDataProtection()
            .SetApplicationName("Mantel")
            .PersistKeysToFileSystem(Directory.CreateDirectory(house.PathOf("web-keys")));
    }

    private static void UsePlatform(WebApplication app)
    {
        var trouble = app.Services.GetRequiredService<Trouble>();
        app.Use(Headers.UseAsync);
        app.Use(trouble.UseAsync);
        app.UseRouting();
        app.Use(Language.UseAsync);
        app.Use(trouble.CheckFormAsync);
        app.MapPreferences();
        app.MapHealth();
        app.MapGet(
                "/assets/{version}/{**path}",
                (string version, string path, Assets assets, HttpContext http) => assets.Serve(version, path, http)
            )
            .AllowAnonymous();
    }
}
