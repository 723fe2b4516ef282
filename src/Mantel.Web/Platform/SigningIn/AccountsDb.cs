using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>The accounts as they are kept: a file of their own, or a schema of their own on PostgreSQL.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options, IDataProtectionProvider protection)
    : IdentityUserContext<Account, Guid>(options)
{
    public const string Schema = "accounts";
    public const string AccountSeal = "Mantel.Account";
    private const string TokenSeal = "Mantel.AccountToken";

    internal IDataProtectionProvider Protection => protection;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        if (Database.IsNpgsql())
            builder.HasDefaultSchema(Schema);
        builder.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Property(one => one.Name).HasConversion(Sealed()!);
            account.Property(one => one.OrganisationName).HasConversion(Sealed());
            account.Property(one => one.Person).HasConversion(SealedId());
            account.Property(one => one.Role).HasConversion<string>().HasMaxLength(40);
            account.HasIndex(one => one.DemoKey).IsUnique();
            account.HasIndex(one => one.Holder);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("account_token");
            token.Property(one => one.Value).HasConversion(Sealed(TokenSeal));
        });
    }

    /// <summary>Names, whose record it is, the secret behind the codes: not readable in the file.</summary>
    private ValueConverter<string?, string?> Sealed(string purpose = AccountSeal)
    {
        var protector = protection.CreateProtector(purpose);
        return new(
            plain => plain == null ? null : protector.Protect(plain),
            kept => kept == null ? null : protector.Unprotect(kept)
        );
    }

    private ValueConverter<Guid?, string?> SealedId()
    {
        var protector = protection.CreateProtector(AccountSeal);
        return new(
            plain => plain == null ? null : protector.Protect(plain.Value.ToString("D")),
            kept => kept == null ? null : Guid.ParseExact(protector.Unprotect(kept), "D")
        );
    }
}

/// <summary>Each house seals with keys of its own, so that two in one process do not share a model.</summary>
internal sealed class ModelPerHouse : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), (context as AccountsDb)?.Protection, designTime);
}
