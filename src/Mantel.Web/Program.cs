using Mantel.Web.Commands;

return await CommandLine.RunAsync(args, Serve.Command(), AccountCommands.Command());

/// <summary>The program: every command of Mantel.</summary>
public partial class Program;
