using System.Net;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.People;

namespace Mantel.Web.Platform;

/// <summary>Where and how this installation runs, as its operator said.</summary>
/// <param name="Data">The folder that holds everything that is kept outside a database server.</param>
/// <param name="Database">Connection string of PostgreSQL; null is the embedded database in
/// <paramref name="Data"/>.</param>
/// <param name="PreparationDays">How many days a link to prepare a conversation at home can be used.</param>
/// <param name="OffersDemo">Fills an empty installation with fictitious people and offers their cast at the
/// door.</param>
/// <param name="Address">Where people reach this installation; it stands on printed sheets and in links. Null: not
/// said.</param>
internal sealed record Installation(
    DirectoryInfo Data,
    string? Database = null,
    IPAddress? Bind = null,
    int Port = Installation.UsualPort,
    bool OffersDemo = false,
    Uri? Address = null,
    int PreparationDays = Installation.UsualPreparationDays
)
{
    public const int UsualPort = 5080;
    public const int UsualPreparationDays = 14;

    /// <summary>True when what is kept here is fictitious: then every page says so.</summary>
    public bool IsDemo { get; internal set; }

    /// <summary>
    /// After how many months the region asks to confirm a decision again; null where it agreed on no term.
    /// </summary>
    public int? ReviewTermMonths { get; init; }

    /// <summary>After how many days something asks for attention because nothing happened.</summary>
    public AttentionTerms Terms { get; init; } = AttentionTerms.Usual;

    /// <summary>How long a signal about somebody without a page may wait for an answer.</summary>
    public SignalTerms SignalTerms => Terms.Signals;

    /// <summary>Makes the data folder for its owner only: it holds who has a record here, and the keys.</summary>
    /// <exception cref="Storage.StorageException">It is there, and open to others.</exception>
    public void MakeFolder()
    {
        if (Data.Exists)
        {
            OwnersOnly.RefuseWider(Data, "data folder");
            return;
        }
        OwnersOnly.Make(Data);
        Data.Refresh();
    }

    /// <summary>The operator said that people come by https: TLS may end elsewhere.</summary>
    public bool IsReachedByTls => Address?.Scheme == Uri.UriSchemeHttps;

    /// <summary>
    /// Proxies whose word is taken for where somebody comes from, and whether by https; of nobody else.
    /// </summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    public string PathOf(string name) => Path.Combine(Data.FullName, name);
}
