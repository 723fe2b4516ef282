namespace Mantel.Web.Platform;

/// <summary>
/// What is written down about running: that something went wrong, never who was looked at or what was typed.
/// </summary>
internal static class OperationLog
{
    public static void AddHouseLog(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Microsoft.AspNetCore.Hosting", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = false;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
            options.UseUtcTimestamp = true;
        });
    }
}
