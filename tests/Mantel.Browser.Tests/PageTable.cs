using Mantel.Demo;

namespace Mantel.Browser.Tests;

/// <summary>One page as one of the cast comes to it: by its address, or by sending the form there.</summary>
/// <param name="Address">
/// People of the demonstration by the key of their story in braces; each star is an id that a link on
/// <paramref name="From"/> holds.
/// </param>
public sealed record Stop(string Role, string Address, string? From = null, int Status = 200)
{
    /// <summary>What is typed before the form is sent; null when the page is only opened.</summary>
    public (string Field, string Value)[]? Sends { get; init; }

    /// <summary>The link that holds the id, where it is another one than <see cref="Address"/>.</summary>
    public string? Link { get; init; }

    public override string ToString() =>
        $"{Role} {Address}{(Sends is null ? "" : $" with {string.Join(", ", Sends)}")}";
}

/// <summary>
/// Every page of the house, once. A test finds the address that is missing here; another looks at all of them in every
/// language and both themes.
/// </summary>
public static class PageTable
{
    /// <summary>What is done first, so that there is something to see on some of the pages.</summary>
    public static IReadOnlyList<Stop> Before { get; } =
    [
        new("gp", Corrie + "/receive") { Sends = [("organisation", "Thuiszorg De Zeekool")] },
        new("gp", Wil + "/plan/treatments/other")
        {
            Sends =
            [
                ("name", "Sondevoeding"),
                ("decision", "Withhold"),
                ("discussedOn.year", "2026"),
                ("parties", "*"),
            ],
        },
        new("gp", Corrie + "/signals/give") { Sends = [("noticed", "Ze eet bijna niet meer.")] },
        new("volunteer", Leida + "/signals/give") { Sends = [("noticed", "Ze was vandaag erg stil.")] },
        new("gp", Corrie + "/phase/palliative") { Sends = [("reasons", "*"), ("words", "Wat wij zien.")] },
        new("gp", Corrie + "/talk") { Sends = [] },
    ];

    private const string Nobody = "";
    private const string Waiting = "/inbox/*/*";
    private const string Corrie = "/people/{corrie-zandee}";
    private const string Leida = "/people/{leida-vos}";
    private const string Ria = "/people/{ria-francke}";
    private const string Achiel = "/people/{achiel-baeten}";
    private const string Godelieve = "/people/{godelieve-van-hecke}";
    private const string Solange = "/people/{solange-levy}";
    private const string Jaantje = "/people/{jaantje-minderhoud}";
    private const string Wil = "/people/{wil-boogaard}";
    private const string Sjors = "/people/{sjors-vermaas}";
    private const string Zofia = "/people/{zofia-kowalczyk}";

    public static IReadOnlyList<Stop> All { get; } =
    [
        .. Door(),
        .. Starts(),
        .. Searches(),
        .. Persons(),
        .. Acts(),
        .. Plan(),
        .. Beginning(),
        .. Inbox(),
        .. Talk(),
        .. Questions(),
        .. Mistakes(),
        .. TwoRecords(),
        .. Glass(),
        .. Administration(),
        .. Figures(),
    ];

    private static IEnumerable<Stop> Door() =>
        [
            new(Nobody, "/sign-in"),
            new(Nobody, "/sign-in", Status: 400) { Sends = [("login", "fatima")] },
            new(Nobody, "/sign-in/new"),
            new(Nobody, "/sign-in/new", Status: 400) { Sends = [("login", "leida")] },
            new("nurse", "/account"),
            new("gp", "/role"),
            new("nurse", "/nothing/here", Status: 404),
        ];

    private static IEnumerable<Stop> Starts() => DemoRegion.Accounts().Select(account => new Stop(account.Key, "/"));

    private static IEnumerable<Stop> Searches() =>
        [
            new("nurse", "/people/search"),
            new("physician-on-duty", "/people/search"),
            Search("nurse", [], status: 400),
            Search("nurse", [("name", "Vos"), ("birthDate", "31-02-1944")], status: 400),
            Search("nurse", [("name", "Niemand")]),
            Search("nurse", [("name", "Vos")]),
            Search("physician-on-duty", [("name", "Bakker")]),
            Search("physician-on-duty", [("name", "Bakker"), ("birthDate", "12-05-1949")]),
            Search("physician-on-duty", [("name", "Maljaars"), ("birthDate", "27-03-1935")]),
            Search("gp", [("name", "a")]),
            new("nurse", "/people/new"),
            new("nurse", "/people/new", Status: 400) { Sends = [("given", "Zonder")] },
            new("nurse", "/people/new", Status: 409) { Sends = [("given", "Leida"), ("family", "Vos")] },
        ];

    private static Stop Search(string role, (string Field, string Value)[] typed, int status = 200) =>
        new(role, "/people/search", Status: status) { Sends = typed };

    private static IEnumerable<Stop> Persons() =>
        [
            new("gp", Leida),
            new("person", Leida),
            new("close-one", Leida),
            new("volunteer", Leida),
            new("chaplain", Leida),
            new("social-worker", "/people/{zofia-kowalczyk}"),
            new("nurse", Corrie),
            new("gp", "/people/{trees-maljaars}"),
            new("gp", "/people/{trees-maljaars}/plan"),
            new("gp", "/people/{trees-maljaars}/night"),
            new("gp", Wil),
            new("gp", Ria),
            new("gp", Leida + "/circle"),
            new("gp", Leida + "?edit"),
            new("gp", Leida + "/plan?edit"),
            new("gp", Leida + "/what-matters?correct"),
            new("gp", Leida + "/timeline"),
            new("gp", Leida + "/timeline?part=acp"),
            new("gp", Leida + "/night"),
            new("person", Leida + "/night"),
            new("palliative-team", "/people/{ahmed-el-idrissi}/night"),
            new("palliative-team", "/people/{huib-dingemanse}/night"),
            new("gp", Ria + "/night"),
            new("palliative-team", Achiel + "/night"),
            new("person", Leida + "/log"),
            new("person", Leida + "/call-name"),
            new("person", Leida + "/plan"),
            new("close-one", Leida + "/plan"),
            new("close-one", Leida + "/plan/says-differently"),
        ];

    private static IEnumerable<Stop> Acts() =>
        [
            .. OfLeida(
                "name",
                "birth-date",
                "number",
                "address",
                "reach",
                "gender",
                "household",
                "language",
                "what-matters",
                "background",
                "diagnoses/add",
                "allergies/add",
                "devices/add",
                "medication/add",
                "course",
                "note",
                "notes/add",
                "death",
                "circle/add",
                "team/add",
                "team/central",
                "receive"
            ),
            new("gp", Leida + "/background/LifeStory"),
            new("gp", Leida + "/items/*/end", Leida + "?edit"),
            new("gp", Leida + "/circle/*", Leida + "/circle?edit"),
            new("gp", Leida + "/circle/*/leave", Leida + "/circle?edit"),
            new("gp", Leida + "/team/*", Leida + "/circle?edit"),
            new("gp", Leida + "/team/*/leave", Leida + "/circle?edit"),
            new("gp", Leida + "/diagnoses/add", Status: 400) { Sends = [] },
            new("gp", Leida + "/note", Status: 400) { Sends = [("words", "Ze is vannacht opgenomen.")] },
            new("gp", Leida + "/note") { Sends = [("words", "Ze slaapt."), ("kind", "Phase"), ("phase", "Dying")] },
            new("person", Leida + "/note"),
            new("volunteer", Leida + "/note"),
            new("gp", "/people/{trees-maljaars}/death"),
        ];

    private static IEnumerable<Stop> Plan() =>
        [
            .. OfLeida(
                "plan",
                "plan/conversation",
                "plan/goal",
                "plan/capacity",
                "plan/wishes",
                "plan/what-else",
                "plan/place-of-death",
                "plan/euthanasia",
                "plan/donation",
                "plan/earlier-agreements",
                "plan/informing-relatives",
                "plan/declined",
                "plan/says-differently",
                "plan/treatments/resuscitation",
                "plan/treatments/ventilation",
                "plan/treatments/intensive-care",
                "plan/treatments/hospital-admission",
                "plan/treatments/antibiotics",
                "plan/treatments/blood-products",
                "plan/treatments/icd-deactivation",
                "plan/treatments/other",
                "plan/declarations",
                "plan/dnr-codes",
                "plan/changes",
                "plan/review",
                "plan/share",
                "plan/sheet"
            ),
            new("palliative-team", Achiel + "/plan"),
            new("palliative-team", Achiel + "/plan/dnr-codes/*/end", Achiel + "/plan?edit"),
            new("palliative-team", Achiel + "/plan/dnr-codes/*/lasts", Achiel + "/plan")
            {
                Link = Achiel + "/plan/dnr-codes/*/end",
            },
            new("gp", Leida + "/plan/declarations/*/end", Leida + "/plan?edit"),
            new("gp-ghent", Solange + "/plan/declarations/*/work-out", Solange + "/plan"),
            new("gp", Wil + "/plan/directives/*/confirm", Wil + "/plan"),
            new("gp", Wil + "/plan/directives/*/reconfirm", Wil + "/plan?edit"),
            new("gp", Wil + "/plan/directives/*/end", Wil + "/plan?edit"),
            new("gp", Wil + "/plan/directives/*/change", Wil + "/plan?edit"),
            new("gp", Ria + "/plan/says-differently/*/talk-through", Ria + "/plan"),
            new("gp", Leida + "/plan/treatments/antibiotics", Status: 400)
            {
                Sends = [("explanation", "Geen infuus.")],
            },
        ];

    private static IEnumerable<Stop> Beginning() =>
        [
            new("gp", "/review-list"),
            new("nurse", "/review-list"),
            new("gp", Leida + "/put-away"),
            new("gp", Leida + "/put-off"),
            new("gp", Leida + "/put-off", Status: 400) { Sends = [] },
            new("gp", "/people/own"),
            new("gp", "/people/{jan-bakker-vlissingen}/put-away"),
            new("gp", "/people/{jan-bakker-vlissingen}/put-away", Status: 400) { Sends = [] },
            new("gp", Corrie + "/signals"),
            new("volunteer", Leida + "/signals/give"),
            new("gp", Corrie + "/signals/give", Status: 400) { Sends = [] },
            new("gp", Corrie + "/signals/*", Corrie + "/signals"),
            new("gp", Corrie + "/signals/*/pass-on", Corrie + "/signals"),
            new("gp", Corrie + "/signals/*/escalate", Corrie + "/signals"),
            new("gp", Corrie + "/phase"),
            new("gp", Leida + "/phase/palliative"),
            new("gp", Corrie + "/phase/dying"),
            new("gp", Corrie + "/phase/*/revise", Corrie + "/phase"),
            new("gp", Corrie + "/phase/surprise"),
            new("gp-ghent", Godelieve + "/phase"),
            new("gp-ghent", Godelieve + "/phase/forfait"),
            new("gp-ghent", Godelieve + "/phase/forfait", Status: 409) { Sends = [] },
            new("gp-ghent", Godelieve + "/phase/forfait/*/answer", Godelieve + "/phase"),
            new("gp", Leida + "/circle/*/keeping-up", Leida + "/circle"),
            new("close-one", Leida + "/keeping-up"),
        ];

    private static IEnumerable<Stop> Inbox() =>
        [
            new("volunteer", "/signals"),
            new("volunteer", "/signals/new"),
            new("volunteer", "/signals/new", Status: 400) { Sends = [] },
            new("volunteer", "/signals/*/take-back", "/signals"),
            new("volunteer", "/signals/*/take-back", "/signals", Status: 400) { Sends = [] },
            new("volunteer", Leida + "/signals/*/take-back", Leida),
            new("nurse", "/inbox"),
            new("nurse", Waiting, "/inbox"),
            new("nurse", Waiting + "/answer", "/inbox") { Link = Waiting },
            new("nurse", Waiting + "/close", "/inbox") { Link = Waiting },
            new("nurse", Waiting + "/send-on", "/inbox") { Link = Waiting },
            new("nurse", Waiting + "/erase", "/inbox") { Link = Waiting },
            new("nurse", Waiting + "/place", "/inbox") { Link = Waiting },
            new("nurse", Waiting + "/place", "/inbox") { Link = Waiting, Sends = [("name", "Zandee")] },
            new("nurse", Waiting + "/place/{jan-bakker-vlissingen}", "/inbox") { Link = Waiting },
        ];

    private static IEnumerable<Stop> Questions() =>
        [
            new("nurse", "/questions"),
            new("nurse", "/questions/new"),
            new("nurse", "/questions/new", Status: 400) { Sends = [] },
            new("nurse", "/questions/*/*", "/questions"),
            new("nurse", "/questions/*/*", "/questions", Status: 400) { Sends = [] },
            new("coordinator", "/questions/figures"),
        ];

    private static IEnumerable<Stop> Talk() =>
        [
            new("gp", Leida + "/talk"),
            new("gp", Leida + "/talk/prepare"),
            new("gp", Corrie + "/talk"),
            new("gp", Corrie + "/talk/*", Corrie + "/talk"),
            new("gp", Corrie + "/talk/*/ask/goal", Corrie + "/talk") { Link = Corrie + "/talk/*" },
            new("gp", Corrie + "/talk/*/ask/resuscitation", Corrie + "/talk") { Link = Corrie + "/talk/*" },
            new("gp", Corrie + "/talk/*/with", Corrie + "/talk") { Link = Corrie + "/talk/*" },
            new("gp", Corrie + "/talk/*/read-back", Corrie + "/talk"),
            new("gp", Corrie + "/talk/*/close", Corrie + "/talk"),
            new("gp", Wil + "/plan/confirm"),
        ];

    private static IEnumerable<Stop> Mistakes() =>
        [
            new("gp", Leida + "/entries/*/strike-out", Leida + "/timeline?edit"),
            new("gp", Leida + "/entries/*/withdraw", Leida + "/timeline?edit")
            {
                Link = Leida + "/entries/*/strike-out",
            },
            new("gp", Leida + "/consent"),
            new("person", Leida + "/consent"),
        ];

    private static IEnumerable<Stop> TwoRecords() =>
        [
            new("gp", Sjors),
            new("gp", Sjors + "/timeline"),
            new("gp", Sjors + "/part/{sjors-vermaas-again}"),
            new("gp", Zofia),
            new("gp", Zofia + "/join"),
            new("gp", Zofia + "/join/{zofia-kowalczyk-again}"),
            new("gp", Zofia + "/join/{zofia-kowalczyk-again}", Status: 409) { Sends = [] },
        ];

    /// <summary>On duty one first finds somebody, and only then breaks the glass.</summary>
    private static IEnumerable<Stop> Glass() =>
        [
            Search("ambulance", [("name", "Minderhoud"), ("birthDate", "17-02-1938")]),
            new("ambulance", Jaantje + "/break-glass"),
            new("ambulance", Jaantje + "/break-glass", Status: 409) { Sends = [("reason", "Gevallen in de gang.")] },
            Search("ambulance", [("name", "Boogaard"), ("birthDate", "19-02-1952")]),
            new("ambulance", Wil + "/break-glass"),
            Search("ambulance", [("name", "Vos"), ("birthDate", "14-03-1944")]),
            new("ambulance", Leida + "/break-glass"),
            new("gp", Wil + "/log"),
        ];

    private static IEnumerable<Stop> Administration() =>
        [
            new("administrator", "/organisations"),
            new("administrator", "/organisations?find=hospice"),
            new("administrator", "/organisations?find=nergens"),
            new("administrator", "/organisations/new"),
            new("administrator", "/organisations/*", "/organisations"),
            new("administrator", "/organisations/*/reviewer", "/organisations") { Link = "/organisations/*" },
            new("administrator", "/broken-glasses"),
            new("administrator", "/organisations/new", Status: 400) { Sends = [] },
            new("administrator", "/accounts"),
            new("administrator", "/accounts") { Sends = [("find", "niemand")] },
            new("administrator", "/accounts/new"),
            new("administrator", "/accounts/*", "/accounts"),
            new("administrator", "/accounts/new", Status: 400) { Sends = [] },
            new("administrator", "/accounts/log"),
            new("administrator", "/organisations/sheet"),
            new("administrator", "/organisations/sheet", Status: 400) { Sends = [] },
            new("administrator", "/organisations/sheet")
            {
                Sends = [("cells", "Naam;Soort;Jaar\nDe Meeuw;Hospis;1990")],
            },
            new("administrator", "/organisations/sheets"),
            new("administrator", "/accounts/sheet"),
            new("administrator", "/accounts/sheet") { Sends = [("cells", "Naam;Login;Rol\nIemand;iemand;koning")] },
            new("administrator", "/accounts/sheets"),
            new("gp", Leida + "/give-access"),
            new("gp", Leida + "/give-access", Status: 400) { Sends = [] },
            new("gp", Leida + "/give-access") { Sends = [("for", "*")] },
        ];

    private static IEnumerable<Stop> Figures() =>
        [
            new("coordinator", "/network"),
            new("coordinator", "/network/plan-within-30-days"),
            new("coordinator", "/network/late-start"),
            new("coordinator", "/nation"),
            new("coordinator", "/measures/plan-within-30-days"),
            new("coordinator-ghent", "/network"),
            new("analyst", "/networks"),
            new("analyst", "/networks/NPZ01"),
            new("analyst", "/networks/NPZ01/wished-place"),
            new("analyst", "/nation/plan-within-30-days"),
        ];

    private static IEnumerable<Stop> OfLeida(params string[] parts) =>
        parts.Select(part => new Stop("gp", $"{Leida}/{part}"));
}
