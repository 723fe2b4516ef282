using System.Security.Claims;
using Mantel.Core.CareTeam;
using Mantel.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>What signing in stands on, and the rules it goes by.</summary>
internal static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services, Installation house)
    {
        services.AddDbContext<AccountsDb>(
            (provider, options) =>
            {
                options.ReplaceService<IModelCacheKeyFactory, ModelPerHouse>();
                var file = provider.GetRequiredService<AccountsFile>();
                if (file.PostgreSql is { } source)
                    options.UseNpgsql(source, npgsql => npgsql.EnableRetryOnFailure(maxRetryCount: 2));
                else
                    options.UseSqlite(file.Sqlite);
            }
        );
        services.AddSingleton<AccountsFile>();
        services.AddSingleton<AccountDiary>();
        services.AddSingleton<AccessCodes>();
        services.AddSingleton<Resets>();
        services.AddScoped<CareTeam.SecondAdministrator>();
        services.AddScoped<ManyAccounts>();
        services.AddScoped<HeldRoles>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInTries>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped(provider => new Accounts(
            provider.GetRequiredService<UserManager<Account>>(),
            provider.GetRequiredService<AccountsFile>(),
            provider.GetRequiredService<Sessions>(),
            provider.GetRequiredService<AccountDiary>()
        ));
        services
            .AddIdentityCore<Account>(SetRules)
            .AddEntityFrameworkStores<AccountsDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<CodeOnce>(TokenOptions.DefaultAuthenticatorProvider)
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddScoped<IUserConfirmation<Account>, IsNotDisabled>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options =>
            options.ValidationInterval = TimeSpan.FromMinutes(1)
        );
    }

    /// <summary>The accounts without the pages, for the command line.</summary>
    public static ServiceProvider Alone(Installation house)
    {
        house.MakeFolder();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddHouseLog());
        services.AddSingleton(house);
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddHouseKeys(house);
        services.AddAccounts(house);
        return services.BuildServiceProvider();
    }

    public static void AddSigningIn(this IServiceCollection services, Installation house)
    {
        services.AddSingleton<DemoFilling>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options => SetCookie(options, house));
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme,
            options => options.Cookie.Name = Cookies.NameOf("mantel-half-way", house)
        );
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHealthChecks().AddCheck<AccountsAnswer>("accounts");
    }

    private static void SetRules(IdentityOptions options)
    {
        options.Password = new()
        {
            RequiredLength = PasswordRules.Shortest,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
            RequiredUniqueChars = 1,
        };
        options.User.AllowedUserNameCharacters += " ";
        options.Lockout.MaxFailedAccessAttempts = int.MaxValue; // nobody is locked out: see Tries
        options.SignIn.RequireConfirmedAccount = true;
    }

    private static void SetCookie(CookieAuthenticationOptions options, Installation house)
    {
        options.Cookie.Name = Cookies.NameOf("mantel-session", house);
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.ExpireTimeSpan = Sessions.Longest;
        options.SlidingExpiration = false;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "back";
        options.Events.OnSigningIn = SessionCookie.SigningInAsync;
        options.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            var asked = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"/sign-in?back={Uri.EscapeDataString(asked)}");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    private sealed class IsNotDisabled : IUserConfirmation<Account>
    {
        public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) =>
            Task.FromResult(!user.IsDisabled);
    }

    /// <summary>The desk is asked for only where somebody acts for an organisation.</summary>
    private sealed class AccountClaims(
        UserManager<Account> users,
        IOptions<IdentityOptions> options,
        HeldRoles roles,
        IHttpContextAccessor context,
        IServiceProvider services
    ) : UserClaimsPrincipalFactory<Account>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            var held = await roles.AllAsync(user.Id, default);
            var open = held.Where(one => one.IsHeld).ToList();
            var wanted = context.HttpContext?.Features.Get<WantedRole>()?.Held;
            var role = open.Find(one => one.Id == wanted) ?? (open.Count == 1 ? open[0] : null);
            if (role is not null)
                await AddRoleAsync(role);
            else
                Add(SignedIn.ChooseRoleClaim, "yes");
            Add(Platform.Language.Claim, user.Language);
            Add(SignedIn.MustChangePasswordClaim, user.MustChangePassword ? "yes" : null);
            Add(SignedIn.MustTurnOnCodesClaim, SecondFactor.IsMissingFrom(user, held) ? "yes" : null);
            Add(SignedIn.NoticeClaim, user.HasNotice ? "yes" : null);
            return identity;

            async Task AddRoleAsync(HeldRole chosen)
            {
                Add(SignedIn.ActsAsClaim, chosen.Id.ToString());
                Add(SignedIn.NameClaim, user.Name);
                Add(SignedIn.RoleClaim, chosen.Role.ToString());
                Add(SignedIn.OrganisationClaim, chosen.Organisation?.ToString());
                Add(SignedIn.OrganisationNameClaim, chosen.OrganisationName);
                Add(SignedIn.OrganisationCountryClaim, await CountryOfAsync(chosen.Organisation));
                Add(SignedIn.PersonClaim, user.Person?.ToString());
                if (held.Count > 1)
                    Add(
                        SignedIn.AlsoClaim,
                        string.Join(' ', held.Where(one => one.Id != chosen.Id).Select(one => one.Id.ToString("N")))
                    );
            }

            void Add(string claim, string? value)
            {
                if (value is not null)
                    identity.AddClaim(new Claim(claim, value));
            }
        }

        /// <summary>Where the organisation is for which they act, so that its words come first.</summary>
        private async Task<string?> CountryOfAsync(Guid? organisation) =>
            organisation is { } id
                ? (await services.GetRequiredService<Desk>().DirectoryAsync(default)).Organisation(id)?.Country
                : null;
    }

    private sealed class AccountsAnswer(AccountsFile file) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken ct = default
        ) => await file.AnswersAsync(ct) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
