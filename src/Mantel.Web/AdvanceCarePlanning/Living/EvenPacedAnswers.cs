namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>
/// Lets every answer leave on a beat, whatever was found: how long it took tells nothing of what is kept here.
/// </summary>
internal sealed class EvenPacedAnswers(TimeProvider time, TimeSpan beat)
{
    public async Task<T> AtBeatAsync<T>(Func<Task<T>> find, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var found = await find();
        var spent = time.GetElapsedTime(started);
        var left = beat - TimeSpan.FromTicks(spent.Ticks % beat.Ticks);
        await Task.Delay(left, time, ct);
        return found;
    }
}
