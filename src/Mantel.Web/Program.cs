using Mantel.Web.Commands;

return await CommandLine.RunAsync(
    args,
    Serve.Command(),
    AccountCommands.Command(),
    StorageCommands.Verify(),
    StorageCommands.Rebuild()
);

/// <summary>The program: every command of Mantel.</summary>
public partial class Program;
