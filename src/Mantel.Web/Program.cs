using System.Net;
using Mantel.Web.Platform;

var app = WebHouse.Build(
    new House(
        new DirectoryInfo(args.Length > 1 ? args[1] : "./var"),
        Port: args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 5080
    )
);
await app.RunAsync();

/// <summary>The program: every command of Mantel.</summary>
public partial class Program;
