using Mantel.Core.People;
using Mantel.Demo.Courses;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;
using Xunit;

namespace Mantel.Tests.Demo;

/// <summary>The people of the ten networks, each of whose stories was told with its rules, without a desk.</summary>
public sealed class EverybodyOfTheNetworks
{
    public static DateOnly Today => ToldDemo.Today;

    internal IReadOnlyDictionary<Network, IReadOnlyList<PersonRecord>> People { get; } =
        TenNetworks.All.ToDictionary(
            network => network,
            network =>
                (IReadOnlyList<PersonRecord>)
                    [
                        .. Enumerable
                            .Range(0, network.People)
                            .AsParallel()
                            .AsOrdered()
                            .Select(nth => Replayed.Of(CourseStory.Tell(network, nth, Today))),
                    ]
        );

    /// <summary>Second records of people who are here already.</summary>
    internal IReadOnlyList<PersonRecord> Twins { get; } =
    [
        .. TenNetworks
            .All.SelectMany(network =>
                Enumerable
                    .Range(0, network.People)
                    .Select(nth => Mantel.Demo.Courses.SecondRecords.Tell(network, nth, Today))
            )
            .OfType<Story>()
            .Select(Replayed.Of),
    ];

    internal IEnumerable<PersonRecord> All => People.Values.SelectMany(people => people);
}

/// <summary>They are told once for all who look at them.</summary>
[CollectionDefinition(nameof(EverybodyOfTheNetworks))]
public sealed class OfEverybodyOfTheNetworks : ICollectionFixture<EverybodyOfTheNetworks>;
