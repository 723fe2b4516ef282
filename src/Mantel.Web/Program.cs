using Mantel.Web.Commands;

return await CommandLine.RunAsync(
    args,
    Serve.Command(),
    ImportCommand.Command(),
    ExportCommand.Command(),
    BackupCommands.Backup(),
    BackupCommands.Restore(),
    StorageCommands.Verify(),
    StorageCommands.Rebuild(),
    TickCommand.Command(),
    EraseCommand.Command(),
    AccountCommands.Command()
);

/// <summary>The program: every command of Mantel.</summary>
public partial class Program;
