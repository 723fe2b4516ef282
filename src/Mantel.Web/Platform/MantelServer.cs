using System.Net;
using System.Text.Unicode;
using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Mantel.Web.Platform;

/// <summary>Puts the house together: what every page stands on first, then the modules.</summary>
internal static class MantelServer
{
    /// <param name="keeping">What is kept, where that is being opened already.</param>
    public static WebApplication Build(Installation house, KeptStorage? keeping = null)
    {
        house.MakeFolder();
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
        Modules.Add(builder.Services, keeping ?? new KeptStorage(house));
        var app = builder.Build();
        UsePlatform(app, house);
        Modules.Map(app);
        return app;
    }

    /// <summary>Makes ready what is kept, and the demonstration where one is wanted and nothing is kept yet.</summary>
    public static async Task OpenAsync(
        WebApplication app,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    )
    {
        await app.Services.GetRequiredService<KeptStorage>().OpenAsync(ct, progress);
        await app.Services.GetRequiredService<AccountsFile>().OpenAsync(ct);
        await Modules.OpenAsync(app.Services, progress, ct);
    }

    private static void AddPlatform(IServiceCollection services, Installation house)
    {
        services.AddSingleton(house);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Assets>();
        services.AddSingleton<ErrorPages>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Words.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddRazorComponents();
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddRouting();
        services.AddRateLimits();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = Cookies.NameOf("mantel-form", house);
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<FormOptions>(options => options.ValueCountLimit = 500);
        services.AddHouseKeys(house);
        services.AddAccounts(house);
        services.AddSigningIn(house);
    }

    /// <summary>What seals cookies, forms and the secrets of accounts: kept with the other keys.</summary>
    internal static void AddHouseKeys(this IServiceCollection services, Installation house)
    {
        services.AddSingleton(_ => SignInStore.Open(KeptStorage.OptionsOf(house)));
        services.AddSingleton<WebKeys>();
        services.AddDataProtection().SetApplicationName("Mantel");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, WebKeysAreOurs>();
    }

    private static void UsePlatform(WebApplication app, Installation house)
    {
        var trouble = app.Services.GetRequiredService<ErrorPages>();
        UseProxies(app, house);
        app.Use(Headers.UseAsync);
        app.Use(trouble.UseAsync);
        app.Use(HeldForms.GiveBackAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(HeldForms.BackInAsync);
        app.Use(Language.UseAsync);
        app.UseRateLimiter();
        app.Use(HeldForms.HoldAsync);
        app.Use(trouble.CheckFormAsync);
        app.Use(OwnAccount.InsistAsync);
        app.UseAuthorization();
        app.MapSignIn();
        app.MapOwnAccount();
        app.MapRoles();
        app.MapPreferences();
        app.MapHealth();
        app.MapGet(
                "/assets/{version}/{**path}",
                (string version, string path, Assets assets, HttpContext http) => assets.Serve(version, path, http)
            )
            .AllowAnonymous();
    }

    /// <summary>
    /// Where people come from, and how, as a proxy tells; only one that the operator named is believed, also on this
    /// machine. Where the operator said that people come by https, every answer is one over TLS.
    /// </summary>
    private static void UseProxies(WebApplication app, Installation house)
    {
        if (house.TrustedProxies.Count > 0)
        {
            var options = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
                ForwardLimit = null,
            };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in house.TrustedProxies)
                options.KnownIPNetworks.Add(network);
            app.UseForwardedHeaders(options);
        }
        if (!house.IsReachedByTls)
            return;
        app.Use(
            (http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            }
        );
    }
}
