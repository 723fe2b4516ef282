using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>The time that a sign-in takes is that of hashing one password, whatever comes of it.</summary>
public sealed class PasswordCheckTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mantel-test-");
    private readonly Counting _hasher = new();
    private ServiceProvider _services = null!;
    private IServiceScope _scope = null!;

    public async Task InitializeAsync()
    {
        var house = new Installation(_folder);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(house);
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddHouseKeys(house);
        services.AddSingleton<IPasswordHasher<Account>>(_hasher);
        services.AddAuthenticationCore();
        services.AddAccounts(house);
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<AccountsFile>().OpenAsync(default);
        _scope = _services.CreateScope();
        await MakeAsync();
    }

    public async Task DisposeAsync()
    {
        _scope.Dispose();
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("known")]
    [InlineData("locked")]
    [InlineData("disabled")]
    [InlineData("demo-gp")]
    public async Task One_password_is_hashed_whoever_is_named(string login)
    {
        _hasher.Times = 0;
        var check = _scope.ServiceProvider.GetRequiredService<PasswordCheck>();
        (await check.SignInAsync(login, "niet het wachtwoord")).Succeeded.ShouldBeFalse();
        _hasher.Times.ShouldBe(1);
    }

    private async Task MakeAsync()
    {
        var accounts = _scope.ServiceProvider.GetRequiredService<Accounts>();
        foreach (var login in new[] { "known", "locked", "disabled" })
            await accounts.CreateAsync(new NewAccount(login, login, Role.Nurse, Guid.NewGuid(), "Thuis"));
        await accounts.CreateDemoAsync("gp", "dr. S. Hoekstra", Role.GeneralPractitioner);
        await accounts.DisableAsync((await accounts.FindAsync("disabled"))!);
        var users = _scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await users.SetLockoutEndDateAsync((await users.FindByNameAsync("locked"))!, DateTimeOffset.MaxValue);
    }

    private sealed class Counting() : PasswordHasher<Account>(Options.Create(new PasswordHasherOptions()))
    {
        public int Times { get; set; }

        public override string HashPassword(Account user, string password)
        {
            Times++;
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashed, string password)
        {
            Times++;
            return base.VerifyHashedPassword(user, hashed, password);
        }
    }
}
