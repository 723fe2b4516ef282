using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The six digits of an app (RFC 6238, SHA-1, 30 seconds): right for the step of now and one on either side, and each
/// only once. The step that was used is kept with the account, in all processes at once.
/// </summary>
internal sealed class CodeOnce(AccountsDb accounts, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    private const int StepSeconds = 30;
    private const int Around = 1;

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        Task.FromResult(user.TwoFactorEnabled);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) =>
        Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || StepOf(key, token) is not { } step)
            return false;
        var taken = await accounts
            .Users.Where(one => one.Id == user.Id && (one.LastCodeStep == null || one.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, step));
        if (taken == 1)
            user.LastCodeStep = step;
        return taken == 1;
    }

    private long? StepOf(string key, string code)
    {
        var secret = Base32(key);
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        for (var step = now - Around; step <= now + Around; step++)
        {
            var expected = System.Text.Encoding.ASCII.GetBytes(At(secret, step));
            if (CryptographicOperations.FixedTimeEquals(expected, System.Text.Encoding.ASCII.GetBytes(code)))
                return step;
        }
        return null;
    }

    private static string At(byte[] secret, long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Base32(string text)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in text.ToUpperInvariant())
        {
            (bits, held) = ((bits << 5) | letters.IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }
        return [.. bytes];
    }
}
