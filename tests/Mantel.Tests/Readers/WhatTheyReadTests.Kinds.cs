using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Readers;

/// <summary>The kinds of sentence in which a reader stands outside of what is said to them.</summary>
public sealed partial class WhatTheyReadTests
{
    /// <summary>Where a name may stand: a greeting, the name of the record or of the account.</summary>
    private static readonly string[] NameStands = ["H1", "TITLE"];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_readers_name_stands_where_names_stand_only(string role, string language)
    {
        var names = NamesOf(role);
        (await house.ReadAllAsync(role, language))
            .Pieces.Where(one => names.Any(name => HasName(one.Text, name)) && !MayBeNamed(one, role))
            .Select(one => $"{one} [{one.Row}]")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Nobody_is_given_their_own_number_to_call(string role, string language)
    {
        var read = await house.ReadAllAsync(role, language);
        var numbers = NumbersOf(role, read.Record);

        read.Dials.Where(dial => numbers.Any(number => Digits(number) == Digits(dial))).ShouldBeEmpty();
        read.Pieces.Where(one => numbers.Any(one.Text.Contains) && !IsYours().IsMatch(one.Row))
            .Select(one => $"{one} [{one.Row}]")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task What_somebody_is_to_the_person_is_not_said_beside_their_name(string role, string language)
    {
        var read = await house.ReadAllAsync(role, language);
        var relations = RelationsOf(role, read.Record, language);

        read.Pieces.Where(one => relations.Any(relation => IsBeside(one.Row, relation, NamesOf(role))))
            .Select(one => $"{one.Page} [{one.Row}]")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task No_word_of_professionals_stands_unexplained(string role, string language) =>
        (await house.ReadAsync(role, language))
            .Where(one => ProfessionalWords.In(one.Text, language).Any() || IsBare(one.Text))
            .Select(one => $"{one}")
            .Distinct()
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Every_sentence_says_who_it_is_about(string role, string language) =>
        (await house.ReadAsync(role, language))
            .Where(one => LacksItsSubject(one.Text))
            .Select(one => $"{one}")
            .Distinct()
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Nobody_is_they_to_themselves(string role, string language) =>
        (await house.ReadAsync(role, language))
            .Where(one =>
                language == "en" && !IsAboutAnother(one) && IsThey(one.Text, role is "close-one" or OwnPages.Distant)
            )
            .Select(one => $"{one}")
            .Distinct()
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Nobody_is_addressed_twice_in_one_list(string role, string language) =>
        (await house.ReadAsync(role, language))
            .Where(one => IsDoubled(one.Text))
            .Select(one => $"{one}")
            .Distinct()
            .ShouldBeEmpty();

    public static TheoryData<Reader, string> Packs =>
        new()
        {
            { Reader.Person, "nl-NL" },
            { Reader.Person, "nl-BE" },
            { Reader.Person, "en" },
            { Reader.CloseOne, "nl-NL" },
            { Reader.CloseOne, "nl-BE" },
            { Reader.CloseOne, "en" },
        };

    /// <summary>They name somebody of another fact, who is not in a record of one.</summary>
    private static readonly string[] OfAnotherFact =
    [
        "care-team.central-care-professional-named",
        "care-team.member-left",
        "care-team.related-person-left",
    ];

    /// <summary>Also what nobody of the demonstration ever had recorded.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_fact_is_told_to_its_reader(Reader reader, string language)
    {
        var who = new SignedIn(Guid.NewGuid(), "Leida Vos", RoleOf(reader), null, null, null);
        var words = Words.Of(language, reader).SaidTo(who, reader);
        (
            from entry in People.Pages.FactSentenceTests.Samples()
            where !OfAnotherFact.Contains(FactCodec.KindOf(entry.Fact).Name)
            let row = new PersonRecord(entry.Stream, []).ToRow(entry) with
            {
                Familiar = "Leida",
            }
            let text = Quotes().Replace(FactSentence.Of(row, words)!.Text, "")
            where
                LacksItsSubject(text)
                || IsDoubled(text)
                || ProfessionalWords.In(text, language).Any()
                || (reader is Reader.Person && AboutThePerson().IsMatch(text))
                || (language == "en" && IsThey(text, reader is Reader.CloseOne))
            select $"{row.Kind}: {text}"
        ).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Toegevoegd aan de kring: u. Is: eerste contactpersoon.", true)]
    [InlineData("Euthanasie: Wil geen euthanasie.", true)]
    [InlineData("Bellen als nummer 1.", true)]
    [InlineData("Has a written declaration.", true)]
    [InlineData("Wil uw naaste nu iets anders?", false)]
    [InlineData("Kan Leida niet zelf beslissen? Dan beslist", false)]
    [InlineData("U wilt geen euthanasie.", false)]
    public void A_sentence_without_a_subject_is_seen(string text, bool lacks) => LacksItsSubject(text).ShouldBe(lacks);

    [Theory]
    [InlineData("Gesprek, met u erbij. Er waren ook: u, dr. Hoekstra.", true)]
    [InlineData("u was erbij · erbij: u, dr. Hoekstra", true)]
    [InlineData("with you there. Also there: you, Dr Hoekstra.", true)]
    [InlineData("Gesprek, met u erbij. Er waren ook: dr. Hoekstra.", false)]
    [InlineData("Als u veel zieker wordt, wilt u naar het ziekenhuis.", false)]
    public void A_doubled_addressee_is_seen(string text, bool doubled) => IsDoubled(text).ShouldBe(doubled);

    [Fact]
    public void The_other_kinds_are_seen()
    {
        ProfessionalWords.In("uitvoeringsverzoek ligt erbij", "nl-NL").ShouldNotBeEmpty();
        ProfessionalWords.In("een opdracht van de arts (uitvoeringsverzoek)", "nl-NL").ShouldBeEmpty();
        IsBare("Anders10 nov 2026").ShouldBeTrue();
        They().IsMatch("You got a code for an account of their own.").ShouldBeTrue();
        IsBeside("Naaste · dochter Marijke Vos 06", "dochter", ["Marijke Vos"]).ShouldBeTrue();
        IsBeside("Afgesproken met u (dochter).", "dochter", ["Marijke Vos"]).ShouldBeTrue();
        IsBeside("dochter Lotte", "dochter", ["Marijke Vos"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("How long can they keep it up?", true)]
    [InlineData("She was asked on 3 November. They said: weeks.", true)]
    [InlineData("What does your close one want, or you as their representative?", false)]
    [InlineData("How long can you keep it up?", false)]
    public void A_close_one_who_is_they_is_seen(string text, bool isThey) =>
        IsThey(text, isClose: true).ShouldBe(isThey);

    [Fact]
    public void A_bare_label_and_a_name_that_is_drawn_are_read()
    {
        var page = new HtmlParser().ParseDocument(
            "<div><b>Wie iemand is</b></div><svg><g><text>Marijke</text><g><text>dochter</text></g></g></svg>"
        );
        var says = new WhatAPageSays(new PersonRecord(StreamId.Person(Guid.NewGuid()), []));

        says.On("/", page, "nl-NL").ShouldContain(one => AboutThePerson().IsMatch(one.Text));
        var drawn = says.Pieces("/", page, "nl-NL").Single(one => one.Text == "Marijke");
        MayBeNamed(drawn, "close-one").ShouldBeFalse();
        IsBeside(drawn.Row, "dochter", ["Marijke"]).ShouldBeTrue();
    }

    /// <summary>To a close one "they" can be the person, where the sentence says so before.</summary>
    private static bool IsThey(string text, bool isClose)
    {
        var left = OfOthers().Replace(text, "");
        return isClose
            ? Readability
                .SentencesOf(left)
                .Any(one => They().Match(one) is { Success: true } they && !Person().IsMatch(one[..they.Index]))
            : They().IsMatch(left);
    }

    private static Role RoleOf(Reader reader) => reader is Reader.Person ? Role.Person : Role.CloseOne;

    private static bool HasName(string text, string name) =>
        Regex.IsMatch(text, $@"(?<![\p{{L}}-]){Regex.Escape(name)}(?![\p{{L}}-])");

    /// <summary>
    /// The title and the first heading, the night page's and the details' own row for the name, and the few sentences
    /// that say what the name is.
    /// </summary>
    private static bool MayBeNamed(Said said, string role) =>
        NameStands.Contains(said.Tag) || NameIs().IsMatch(said.Text) || (!IsClose(role) && NameRow().IsMatch(said.Row));

    private static bool IsClose(string role) => role is "close-one" or OwnPages.Distant;

    private static IReadOnlyList<CloseOne> Own(string role, PersonRecord record) =>
        [.. record.Circle().Where(close => IsClose(role) && NamesOf(role).Contains(close.Fact.Name.Full()))];

    private static IEnumerable<string> RelationsOf(string role, PersonRecord record, string language) =>
        Own(role, record).Select(close => Telling.Relationship(close.Fact, Words.Of(language)));

    private static List<string> NumbersOf(string role, PersonRecord record) =>
        [
            .. (IsClose(role) ? Own(role, record).SelectMany(close => close.Fact.ContactPoints) : record.Reach())
                .Where(point => point.Kind is ContactPointKind.Phone or ContactPointKind.Mobile)
                .Select(point => point.Value),
        ];

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    private static bool IsBeside(string row, string relation, string[] names) =>
        names
            .Concat(["u", "you", "uzelf", "u zelf", "yourself"])
            .Any(name =>
                Regex.IsMatch(
                    row,
                    $@"\b{Regex.Escape(relation)}\W{{1,3}}{Regex.Escape(name)}\b"
                        + $@"|\b{Regex.Escape(name)}\W{{1,3}}{Regex.Escape(relation)}\b"
                )
            );

    /// <summary>"Anders" alone says nothing to who does not know the six words.</summary>
    private static bool IsBare(string text) => Bare().IsMatch(text);

    private static bool LacksItsSubject(string text) =>
        text is not "Wil"
        && Readability.SentencesOf(text).Any(one => !one.TrimEnd().EndsWith('?') && Subjectless().IsMatch(one));

    private static bool IsDoubled(string text) => Items().Matches(text).Count > (Accompanied().IsMatch(text) ? 0 : 1);

    [GeneratedRegex(
        @"^(Uw (nummers?|gegevens)|Your (numbers?|details)|U bent te bereiken|You can be reached|.*\b(Uw nummer|Your number): )",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsYours();

    [GeneratedRegex(
        "^(Naam|Name|Zo heet u graag|You like to be called|Uw gegevens|Your details) |(geboren|born) .*(jaar|years old)"
    )]
    private static partial Regex NameRow();

    [GeneratedRegex(@"^(Anders|Otherwise)(\d.*|…|, …)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    [GeneratedRegex(
        @"^[“‘]?(Is|Wil|Heeft|Was|Kan|Zegt|Staat|Had|Woont|Spreekt|Kreeg|Mag|Zei|Beslist|Has|Does not|Wants|Says|Lives|Speaks|Got)"
            + @"(:|$|\s(?!(u|uw|je|het|er|hier|iemand|dit|dat|de|deze|iets|een|wie|you|your|it|there|the|this)\b|\p{Lu}))"
            + @"|^(Te bereiken op|Bellen als|To be reached|To be called)\b",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Subjectless();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quotes();

    [GeneratedRegex(
        @"\b(they|them|themselves|their|theirs|his|hers?|him|he|she)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex They();

    /// <summary>Whom a close one may hear called by a pronoun: the person.</summary>
    [GeneratedRegex(@"\b(your close one|Leida)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Person();

    /// <summary>They are others here: what a text held, who helps, who looks, and whom one chooses.</summary>
    [GeneratedRegex(
        @"They were taken out|They have to know|Do they say otherwise|Your professional reads them and brings them|That is how they try|sometimes they give a shock|what their own work needs"
            + "|on their own list|they see|Each sees only what their role allows|the order in which one tries them|^For example: she",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OfOthers();

    [GeneratedRegex(@"(?<=[,:] |en |and )(u|you)(?=,| en | and |\.|…|$| ·)", RegexOptions.ExplicitCapture)]
    private static partial Regex Items();

    [GeneratedRegex(@"\b(met u erbij|u was erbij|with you there|you were there)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Accompanied();
}
