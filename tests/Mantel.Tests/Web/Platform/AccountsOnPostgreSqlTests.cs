using Mantel.Core.Journal;
using Mantel.Tests.Storage;
using Mantel.Web.Platform.SigningIn;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>The door on PostgreSQL: accounts in a schema of their own beside the journal.</summary>
public sealed class AccountsOnPostgreSqlTests
{
    [Xunit.Theory]
    [OnPostgreSql]
    public async Task TheCastAndNewAccountsComeIn(On on)
    {
        on.ShouldBe(On.PostgreSql);
        var database = await (await PostgreSqlCluster.GetAsync()).MakeDatabaseAsync();
        await using var mantel = await RunningMantel.StartAsync(database: database);
        await (await mantel.SignInAsync("nurse")).OpenAsync("/account");
        (await mantel.Visit().Client.GetAsync("/health/ready")).IsSuccessStatusCode.ShouldBeTrue();
        var password = "";
        await mantel.WithAccountsAsync(async accounts =>
            password = (
                await accounts.CreateAsync(new NewAccount("noor", "Noor", Role.Nurse, Guid.NewGuid(), "Thuis"))
            ).Password!
        );
        var answer = await mantel.Visit().SendAsync("/sign-in", "/sign-in", ("login", "noor"), ("password", password));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
    }
}
