using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mantel.Web.Platform;

/// <summary>What is kept about people, opened once before the first page and closed with the house.</summary>
internal sealed class KeptStorage(Installation house) : IAsyncDisposable
{
    private Archive? _archive;
    private Task<Archive>? _opening;

    public Archive Archive => _archive ?? throw new InvalidOperationException("The archive is not open yet.");

    /// <summary>Begins to open, while the house is being put together on another core.</summary>
    public KeptStorage Begin(IProgress<StorageProgress> progress, CancellationToken ct)
    {
        _opening = Task.Run(() => OpenAsync(house, ct, progress), ct);
        return this;
    }

    public async Task OpenAsync(CancellationToken ct, IProgress<StorageProgress>? progress = null) =>
        _archive ??= await (_opening ??= OpenAsync(house, ct, progress));

    /// <summary>Opens the archive of a house, for the program and for its commands alike.</summary>
    public static Task<Archive> OpenAsync(
        Installation house,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    ) => Archive.OpenAsync(OptionsOf(house), Register, ct, progress);

    public static StorageOptions OptionsOf(Installation house) => new(house.Data.FullName, house.Database);

    public static ReadModel<RegisterRow> Register { get; } =
        new(
            RegisterRow.ModelVersion,
            RegisterRow.Of,
            row => row.NumberKeys,
            (row, version) => row with { Version = version },
            RegisterRow.ChangesWith
        );

    /// <summary>Closes it also where it was still being opened, as when the house could not be put together.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_opening is null)
            return;
        await ((Task)_opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_opening.IsCompletedSuccessfully)
            await (await _opening).DisposeAsync();
    }
}

/// <summary>The door of what is kept.</summary>
internal static class KeepingModule
{
    public static IServiceCollection AddKeeping(this IServiceCollection services, KeptStorage keeping)
    {
        services.AddHealthChecks().AddCheck<JournalAnswers>("journal");
        return services
            .AddSingleton(_ => keeping)
            .AddHostedService<DailyTick>()
            .AddSingleton(provider => provider.GetRequiredService<KeptStorage>().Archive)
            .AddSingleton(provider => provider.GetRequiredService<Archive>().Register<RegisterRow>());
    }

    private sealed class JournalAnswers(KeptStorage keeping) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken ct = default
        )
        {
            await keeping.Archive.Journal.VersionAsync(StreamId.Directory, ct);
            return HealthCheckResult.Healthy();
        }
    }
}
