namespace Mantel.Demo.Folk;

/// <summary>
/// Common names of the people of the Low Countries, in short lists of our own. Whoever is put together from them is
/// nobody.
/// </summary>
internal static class Names
{
    private static readonly (string, double)[] Dutch = [("nl", 1)];

    public static readonly NameStock OfTheNetherlands = new(
        GivenName.Read(
            """
            Maria:Marie, Johanna Maria:Jo, Cornelia:Corrie, Adriana:Jana, Wilhelmina:Mien, Elisabeth:Bets,
            Catharina:Toos, Petronella:Nel, Hendrika:Riek, Geertruida:Truus, Anna:Annie, Margaretha:Greet,
            Jacoba:Coba, Aaltje:Alie, Grietje:Gré, Neeltje:Neel, Pieternella:Nelly, Christina:Stien, Helena:Leni,
            Sara:Saar, Hermina:Mina, Francisca:Cis, Theodora:Dora, Antonia:Tonny, Gerarda:Gerda, Janna,
            Berendina:Dinie, Lamberta:Bertha, Martina:Tiny, Susanna:Suus, Dirkje:Dicky, Willempje:Willie,
            Jannetje:Jannie, Klazina:Klazien, Maatje, Tannetje:Tannie, Trijntje:Tine, Alberta:Bep, Roelfina:Fien
            """
        ),
        GivenName.Read(
            """
            Johannes:Jan, Cornelis:Kees, Adriaan:Adrie, Pieter:Piet, Willem:Wim, Hendrik:Henk, Jacobus:Koos, Gerrit,
            Marinus:Rinus, Antonius:Toon, Petrus:Peet, Franciscus:Frans, Leendert:Leen, Abraham:Bram, Izaak:Ies,
            Theodorus:Theo, Wilhelmus:Wil, Hendrikus:Harrie, Lambertus:Bert, Martinus:Tinus, Albertus:Albert,
            Bernardus:Ben, Jacob:Jaap, Klaas, Dirk, Arie, Hermanus:Herman, Gijsbert:Gijs, Simon:Siem, Lourens:Lou,
            Geert, Harm, Egbert, Roelof:Roel, Christiaan:Chris, Jozef:Sjef, Mathijs:Thijs, Nicolaas:Nico, Evert,
            Teunis:Teun
            """
        ),
        GivenName.Read(
            """
            Monique, Petra, Marjolein, Sandra, Ingrid, Karin, Anja, Yvonne, Wendy, Esther, Mirjam, Saskia, Astrid,
            Claudia, Manon, Linda, Bianca, Marloes, Ellen, Carla
            """
        ),
        GivenName.Read(
            """
            Marcel, Erik, René, Peter, Patrick, Ron, Edwin, Michel, Jeroen, Martijn, Sander, Bas, Remco, Arjan,
            Ronald, Frank, Mark, Gerard, Ruud, Maarten
            """
        ),
        GivenName.Read("Sofie, Noor, Fenna, Lotte, Evi, Jip, Saar, Tess, Liv, Yara, Isa, Pien"),
        GivenName.Read("Sem, Finn, Luuk, Mees, Stijn, Thijmen, Job, Ties, Jens, Boaz, Teun, Sep"),
        Surname.Read(
            """
            de Vries, van den Berg, Visser, Smit, Meijer, de Boer, Mulder, de Groot, Bos, Peters, Hendriks,
            van Leeuwen, Dekker, Brouwer, de Wit, Smits, de Graaf, van der Meer, van der Linden, Kok, de Haan,
            van den Heuvel, van der Veen, van den Broek, de Bruijn, van der Heijden, Schouten, van Beek, van Vliet,
            van de Ven, Maas, Verhoeven, Koster, van Dam, Prins, Blom, Huisman, de Jonge, Kuipers, van Veen, Post,
            Kramer, van den Brink, Scholten, van Wijk, Vink, de Ruiter, Groen, Gerritsen, Jonker, van Loon
            """
        ),
        Dutch
    );

    public static readonly NameStock OfFlanders = new(
        GivenName.Read(
            """
            Maria, Godelieve:Lieve, Rosa, Georgette, Yvonne, Simonne, Jeanne, Irma, Alice, Rachel, Marie-Louise,
            Paula, Denise, Lea, Zulma, Agnes, Monique, Christiane, Lucienne, Annie, Nelly, Mariette, Gilberta,
            Andrea, Clara, Suzanne, Elza, Julienne, Bertha, Arlette, Gerarda, Rita, Francine, Lutgarde:Lut, Hilda
            """
        ),
        GivenName.Read(
            """
            Albert, Roger, Marcel, Gaston, Maurice, André, Jozef:Jef, Frans, Willy, Etienne, Georges, Gilbert,
            Antoine, Omer, Remi, Cyriel, Valère, Julien, Daniël, Roland, Walter, Eric, Hubert, Lucien, Herman,
            Firmin, Norbert, Michel, Gerard, Alfons:Fons, Leon, Raymond, Camiel, Wilfried, Jean-Pierre
            """
        ),
        GivenName.Read(
            """
            Ann, Katrien, Sabine, Nathalie, Kristel, Veerle, Martine, Carine, Els, Griet, Inge, Tine, Kathleen,
            Annelies, Hilde, Mieke
            """
        ),
        GivenName.Read(
            """
            Dirk, Luc, Patrick, Johan, Geert, Kurt, Filip, Bart, Koen, Stefaan, Wim, Kristof, Peter, Marc, Danny,
            Rudy
            """
        ),
        GivenName.Read("Marie, Elise, Noor, Juna, Fran, Lore, Lien, Amélie, Nina, Hanne"),
        GivenName.Read("Lars, Vic, Lowie, Arthur, Jules, Mathis, Seppe, Warre, Kobe, Robbe"),
        Surname.Read(
            """
            Peeters, Janssens, Maes, Jacobs, Mertens, Willems, Claes, Goossens, Vermeulen, Pauwels, Hermans, Aerts,
            Michiels, Martens, De Backer, Smets, Van Damme, Hendrickx, Stevens, Segers, Cools, Wuyts, Thijs,
            De Wilde, Verhoeven, Bogaert, Coppens, De Pauw, De Cock, Van den Broeck, Lambrecht, Devos, Timmermans,
            Verbeke, De Meyer, Verhelst, Van de Velde, Lenaerts
            """
        ),
        Dutch
    );

    public static readonly NameStock OfTurkey = OfOneGeneration(
        """
        Fatma, Ayşe, Emine, Hatice, Zeynep, Şerife, Hanife, Meryem, Sultan, Gülsüm, Havva, Nuriye, Döndü, Elmas,
        Saniye, Gülay
        """,
        """
        Mehmet, Mustafa, Ahmet, Ali, Hüseyin, Hasan, İbrahim, İsmail, Osman, Ramazan, Süleyman, Halil, Kemal, Veli,
        Cemal, Orhan
        """,
        """
        Yılmaz, Kaya, Şahin, Çelik, Yıldız, Öztürk, Aydın, Arslan, Doğan, Kılıç, Koç, Kurt, Polat, Korkmaz, Güneş,
        Yavuz, Bulut, Taş
        """,
        [("tr", 0.85), ("nl", 0.15)]
    );

    public static readonly NameStock OfMorocco = OfOneGeneration(
        """
        Fatima, Khadija, Aïcha, Zohra, Malika, Rachida, Naima, Halima, Yamina, Mimount, Touria, Latifa, Saadia, Rahma
        """,
        """
        Mohamed, Abdelkader, Hassan, Driss, Mustapha, Abdellah, Omar, Brahim, Larbi, Said, Miloud, Allal, Lahcen, Ali
        """,
        """
        El Amrani, Benali, Bouzidi, El Haddad, Bouchta, Amghar, El Khattabi, Ouali, Tahiri, Chaoui, Boukhari, Zeroual,
        Mansouri, El Yaakoubi, Lahlou, Aberkan
        """,
        [("ary", 0.55), ("rif", 0.25), ("nl", 0.2)]
    );

    public static readonly NameStock OfPoland = OfOneGeneration(
        "Krystyna, Danuta, Halina, Elżbieta, Barbara, Teresa, Grażyna, Jadwiga, Irena, Bożena, Ewa, Małgorzata",
        "Stanisław, Andrzej, Jerzy, Tadeusz, Zbigniew, Ryszard, Krzysztof, Marek, Henryk, Leszek, Adam, Piotr",
        """
        Nowak, Wójcik, Mazur, Krawczyk, Zając, Wróbel, Dudek, Stępień, Pawlak, Walczak, Sikora, Baran, Szewczyk,
        Pietrzak
        """,
        [("pl", 0.8), ("nl", 0.2)]
    );

    public static readonly NameStock OfSuriname = OfOneGeneration(
        "Irma, Hilda, Sila, Roline, Juliana, Indra, Soemintra, Lilian, Ernestine, Norine, Wonny, Marleen, Radha",
        "Hugo, Eddy, Stanley, Rudi, Orlando, Sewdath, Radjen, Humphrey, Wilfred, Iwan, Ruben, Soerin, Lesley",
        """
        Ramdin, Pinas, Baldewsingh, Jagroep, Kartoredjo, Vriesde, Biharie, Sewnath, Wongsodikromo, Emanuels, Zeefuik,
        Sabajo, Doelwijt, Mangal
        """,
        [("nl", 0.85), ("hns", 0.15)]
    );

    public static readonly NameStock OfItaly = OfOneGeneration(
        "Rosa, Concetta, Carmela, Giuseppina, Lucia, Angela, Antonietta, Filomena, Assunta, Nunzia",
        "Giuseppe, Salvatore, Antonio, Vincenzo, Calogero, Domenico, Pasquale, Rosario, Carmelo, Nicola",
        "Russo, Ferrara, Lombardo, Marino, Greco, Caruso, Rizzo, Amato, Messina, Sanna, Piras, Bellini",
        [("it", 0.55), ("nl", 0.45)]
    );

    public static readonly NameStock WhoSpeaksFrench = OfOneGeneration(
        "Jacqueline, Nicole, Ginette, Huguette, Monique, Andrée, Colette, Josette, Paulette, Marie-Thérèse",
        "Jacques, Robert, Pierre, Guy, Lucien, Raymond, Yves, Edmond, Léon, Alain",
        "Lambert, Dubois, Leclercq, Renard, Mercier, Lefèvre, Gilson, Noël, Marchal, Delvaux",
        [("fr", 1)]
    );

    private static NameStock OfOneGeneration(
        string women,
        string men,
        string surnames,
        IReadOnlyList<(string What, double Weight)> languages
    )
    {
        var (w, m) = (GivenName.Read(women), GivenName.Read(men));
        return new NameStock(w, m, w, m, w, m, Surname.Read(surnames), languages);
    }
}
