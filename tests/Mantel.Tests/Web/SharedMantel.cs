using Xunit;

namespace Mantel.Tests.Web;

/// <summary>
/// The product with the demonstration, started once for all tests of a class: for tests that leave each other's people,
/// accounts and settings alone. Tests of one class run one after the other.
/// </summary>
public sealed class SharedMantel : IAsyncLifetime
{
    public RunningMantel Mantel { get; private set; } = null!;

    public async Task InitializeAsync() => Mantel = await RunningMantel.StartAsync();

    public async Task DisposeAsync() => await Mantel.DisposeAsync();
}
