using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.CareTeam;

/// <summary>
/// A list was taken in from a spreadsheet (ingelezen blad), all of its rows in one act, so that it can be told where
/// each came from, and taken back as one.
/// </summary>
/// <param name="File">What the file was called.</param>
/// <param name="Sheet">Which sheet of it; null where a file has only one, without a name.</param>
/// <param name="Lines">From which row what was made; no name stands here.</param>
/// <param name="LeftOut">How many rows were left out, on purpose or because they were here already.</param>
[FactKind("care-team.sheet-taken-in")]
public sealed record SheetTakenIn(SheetOf Of, string File, string? Sheet, IReadOnlyList<SheetLine> Lines, int LeftOut)
    : Fact;

/// <summary>A row of a sheet, as the spreadsheet numbers it, and the organisation or account that came of it.</summary>
public sealed record SheetLine(int Row, Guid Made);

/// <summary>What a list is of.</summary>
public enum SheetOf
{
    Organisations,
    Accounts,
}

/// <summary>A sheet was taken back: what came of it is here no more, save that on which something rests.</summary>
/// <param name="Taking">The entry of <see cref="SheetTakenIn"/>.</param>
/// <param name="Made">What was taken back.</param>
[FactKind("care-team.sheet-taken-back")]
public sealed record SheetTakenBack(Guid Taking, IReadOnlyList<Guid> Made, string Reason) : Fact;

/// <summary>A sheet that is about to be taken in: the file, the sheet in it, and how many rows stay out.</summary>
public sealed record SheetFile(string File, string? Sheet, int LeftOut)
{
    internal SheetTakenIn Read(Findings found, SheetOf of, IReadOnlyList<SheetLine> lines)
    {
        if (lines.Count == 0)
            found.Break("", "rule.sheet-nothing");
        return new(of, found.NeededLine("file", File), found.Line("file", Sheet), lines, LeftOut);
    }

    /// <summary>Where one row comes from: file, sheet and row, and its words where they were mended.</summary>
    internal Source SourceOf(int row, string? words) =>
        new(File, [new Witness(File, Sheet is null ? $"{row}" : $"{Sheet}!{row}", words)]);
}

/// <summary>
/// Accounts are taken in from a sheet: written down before they are made, so that none is here of which nobody can say
/// where it came from.
/// </summary>
[Needs(AccessAction.ManageAccounts)]
public sealed record TakeInAccounts(SheetFile File, IReadOnlyList<SheetLine> Lines) : IAct<DirectoryRecord>
{
    public Outcome Decide(DirectoryRecord record, Moment now)
    {
        var found = new Findings();
        return found.Or(File.Read(found, SheetOf.Accounts, Lines), PartialDate.Of(now.Today));
    }
}

/// <summary>Accounts that came from a sheet, and with which nobody signed in yet, are taken back.</summary>
[Needs(AccessAction.ManageAccounts)]
public sealed record TakeBackAccounts(Guid Taking, IReadOnlyList<Guid> Accounts, string? Reason) : IAct<DirectoryRecord>
{
    public Outcome Decide(DirectoryRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededLine("reason", Reason);
        var taking = record.Taking(Taking);
        if (taking?.Fact.Of is not SheetOf.Accounts)
            found.Break("", "rule.sheet-unknown");
        else if (Accounts.Count == 0 || Accounts.Except(taking.Value.Fact.Lines.Select(line => line.Made)).Any())
            found.Break("", "rule.sheet-nothing-back");
        return found.Or(new SheetTakenBack(Taking, Accounts, reason), PartialDate.Of(now.Today));
    }
}

/// <summary>What was taken in from spreadsheets.</summary>
public static class Takings
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<Recorded<SheetTakenIn>> TakenIn(this DirectoryRecord directory, SheetOf of) =>
        [.. directory.All<SheetTakenIn>().Where(taking => taking.Fact.Of == of).Reverse()];

    public static Recorded<SheetTakenIn>? Taking(this DirectoryRecord directory, Guid taking) =>
        directory.All<SheetTakenIn>().Cast<Recorded<SheetTakenIn>?>().FirstOrDefault(one => one?.Entry.Id == taking);

    /// <summary>What of a sheet was taken back since.</summary>
    public static IReadOnlySet<Guid> TakenBack(this DirectoryRecord directory, Guid taking) =>
        directory
            .All<SheetTakenBack>()
            .Where(back => back.Fact.Taking == taking)
            .SelectMany(back => back.Fact.Made)
            .ToHashSet();
}
