using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>The accounts as they are kept: a file of their own, or a schema of their own on PostgreSQL.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options, IDataProtectionProvider protection)
    : IdentityUserContext<Account, Guid>(options)
{
    public const string Schema = "accounts";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql())
            builder.HasDefaultSchema(Schema);
        builder.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Property(one => one.Name).HasMaxLength(200);
            account.Property(one => one.Role).HasConversion<string>().HasMaxLength(40);
            account.HasIndex(one => one.DemoKey).IsUnique();
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("account_token");
            token.Property(one => one.Value).HasConversion(Sealed(protection.CreateProtector("Mantel.AccountToken")));
        });
    }

    /// <summary>The secret behind the codes, and the recovery codes, are not readable in the file.</summary>
    private static ValueConverter<string?, string?> Sealed(IDataProtector protector) =>
        new(
            plain => plain == null ? null : protector.Protect(plain),
            kept => kept == null ? null : protector.Unprotect(kept)
        );
}
