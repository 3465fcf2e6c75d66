package io.zugabe.segmentation.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.audience.ExportTargetGroup.Place;
import io.zugabe.segmentation.audience.SizeTargetGroup.Sized;
import io.zugabe.segmentation.audience.domain.Anchor;
import io.zugabe.segmentation.audience.domain.AudienceDefinition;
import io.zugabe.segmentation.audience.domain.Channel;
import io.zugabe.segmentation.audience.domain.Exclusion;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.GroupSize;
import io.zugabe.segmentation.audience.domain.Holdout;
import io.zugabe.segmentation.audience.domain.Marks;
import io.zugabe.segmentation.audience.domain.Rule;
import io.zugabe.segmentation.audience.domain.RuleFinding;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.audience.domain.ToldSize;
import io.zugabe.segmentation.audience.domain.Trait;
import io.zugabe.segmentation.audience.domain.Treatability;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Happening;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@Proves("C9")
class TargetGroupsTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Anchor LEASH = new Anchor.OfProduct("leash");
    private static final AudienceDefinition DOGS_WITHOUT_LEASH =
            new AudienceDefinition.OwnersMissing(LEASH, List.of(new Trait.TextIs("trait_pet", "dog")), 5, 0);

    private final InMemoryCandidates candidates = new InMemoryCandidates();
    private final InMemoryGroups groups = new InMemoryGroups();
    private final AudienceSettings settings = new AudienceSettings() {
        @Override
        public long leastSize() {
            return 20;
        }

        @Override
        public Duration sizeTimeToLive() {
            return Duration.ofMinutes(10);
        }
    };
    private final SmallGroups smallGroups = new SmallGroups(settings, groups);
    private final ScanCustomers scan = new ScanCustomers(candidates);
    private final DescribeBuyers describeBuyers = new DescribeBuyers(scan, smallGroups);
    private final SizeTargetGroup sizeTargetGroup = new SizeTargetGroup(
            new ReadTargetGroups(groups),
            groups,
            scan,
            new FindRule(scan, describeBuyers, smallGroups),
            smallGroups,
            Clock.fixed(Shoppers.NOW, ZoneOffset.UTC),
            settings);
    private final PreviewTargetGroup previewTargetGroup =
            new PreviewTargetGroup(sizeTargetGroup, candidates, smallGroups, groups);
    private final ExportTargetGroup exportTargetGroup =
            new ExportTargetGroup(sizeTargetGroup, candidates, smallGroups, groups);

    /** 50 owners of a leash, 40 of them with dogs; 1,500 without, 600 of them with dogs; 100 look around. */
    @BeforeEach
    void fill() {
        for (int i = 0; i < 50; i++) {
            candidates.put(Shoppers.customer("owner-" + i)
                    .pet(i < 40 ? "dog" : "cat")
                    .bought("leash", "Pets")
                    .assessed());
        }
        for (int i = 0; i < 1_500; i++) {
            candidates.put(Shoppers.customer("other-" + i)
                    .pet(i < 600 ? "dog" : "cat")
                    .consents("email", true)
                    .bought("lamp", "Home")
                    .assessed());
        }
        for (int i = 0; i < 100; i++) {
            candidates.put(Shoppers.customer("prospect-" + i)
                    .pet(i < 30 ? "dog" : "cat")
                    .consents("email", true)
                    .assessed());
        }
    }

    private GroupDefinition define(AudienceDefinition audience, double control) {
        GroupDefinition definition =
                new GroupDefinition("spring", "Spring", "", audience, Channel.EMAIL, control, false);
        groups.create(definition, "anna").await().atMost(LONGEST);
        return definition;
    }

    private Sized size() {
        return sizeTargetGroup.size("spring", new Progress(LONGEST)).await().atMost(LONGEST);
    }

    /** What an export sent, and where it stopped. */
    private record Piece(List<Subject> subjects, String after) {}

    private List<Subject> export(Place place, int most) {
        return piece(place, most).subjects();
    }

    private Piece piece(Place place, int most) {
        Export export = exportTargetGroup
                .begin("spring", place, "anna", new Progress(LONGEST))
                .await()
                .atMost(LONGEST);
        List<Subject> subjects = new ArrayList<>();
        String after = place.after();
        for (int parts = 0; parts < most; parts++) {
            Export.Part part = export.next().await().atMost(LONGEST);
            subjects.addAll(part.subjects());
            after = part.after();
            if (part.last()) {
                export.end(true).await().atMost(LONGEST);
                return new Piece(subjects, after);
            }
        }
        export.end(false).await().atMost(LONGEST);
        return new Piece(subjects, after);
    }

    @Test
    void thoseWhoShareATraitAndMissX_areFoundAndThoseNotToBeAddressedLeftOut() {
        candidates.put(Shoppers.customer("no-consent").pet("dog").assessed());
        candidates.put(Shoppers.customer("in-a-case")
                .pet("dog")
                .consents("email", true)
                .with(new Happening.CaseOpened("1"))
                .assessed());
        candidates.put(Shoppers.customer("silenced")
                .pet("dog")
                .consents("email", true)
                .treated(new Treatability(true, false, Set.of()))
                .assessed());
        candidates.put(Shoppers.customer("page-only")
                .pet("dog")
                .consents("email", true)
                .treated(new Treatability(true, true, Set.of("page")))
                .assessed());
        candidates.put(Shoppers.customer("not-assessed")
                .pet("dog")
                .consents("email", true)
                .treated(Treatability.UNKNOWN)
                .assessed());
        candidates.put(Shoppers.customer("returned-it")
                .pet("dog")
                .bought("leash", "Pets")
                .returned("leash", "Pets")
                .assessed());
        define(DOGS_WITHOUT_LEASH, 0);
        GroupSize size = size().size();
        assertEquals(635, size.matching());
        assertEquals(630, size.exported());
        assertEquals(1, size.excluded().get(Exclusion.NO_CONSENT));
        assertEquals(1, size.excluded().get(Exclusion.OPEN_CASE));
        assertEquals(2, size.excluded().get(Exclusion.TREATMENT));
        assertEquals(1, size.excluded().get(Exclusion.TREATMENT_UNKNOWN));
    }

    @Test
    void export_isInOrder_withoutTheControlGroup_andGoesOnAfterABreak() {
        GroupDefinition definition = define(DOGS_WITHOUT_LEASH, 0.2);
        GroupSize size = size().size();
        assertEquals(630, size.heldOut() + size.exported());
        assertEquals(126, size.heldOut(), 45);

        List<Subject> all = export(new Place(0, ""), 100);
        assertEquals(size.exported(), all.size());
        assertEquals(
                all.stream().map(Subject::key).sorted().toList(),
                all.stream().map(Subject::key).toList());
        Holdout holdout = Holdout.of(definition, 1);
        assertTrue(all.stream().noneMatch(holdout::holdsOut));

        Piece first = piece(new Place(0, ""), 1);
        List<Subject> pieces = new ArrayList<>(first.subjects());
        pieces.addAll(export(new Place(1, first.after()), 100));
        assertEquals(all, pieces);
        assertEquals(
                List.of(
                        GroupChange.Action.EXPORT_STARTED,
                        GroupChange.Action.EXPORT_ENDED,
                        GroupChange.Action.EXPORT_STARTED,
                        GroupChange.Action.EXPORT_ENDED,
                        GroupChange.Action.EXPORT_STARTED,
                        GroupChange.Action.EXPORT_ENDED),
                groups.changes().stream().map(GroupChange::action).toList());
        assertEquals(all.size() + " customers", groups.changes().get(1).detail());
        assertTrue(groups.changes().get(3).detail().endsWith("broken off"));
    }

    @Test
    void resumption_ofAnotherVersion_isRefused() {
        GroupDefinition definition = define(DOGS_WITHOUT_LEASH, 0);
        groups.update(definition, 1, "anna").await().atMost(LONGEST);
        ZugabeException changed = assertThrows(ZugabeException.class, () -> export(new Place(1, "other-1"), 1));
        assertEquals(SegmentationReason.TARGET_GROUP_CHANGED, changed.reason());
    }

    @Test
    void smallGroup_isNeitherShownNorExported() {
        for (int i = 0; i < 19; i++) {
            candidates.put(Shoppers.customer("snake-" + i)
                    .pet("snake")
                    .consents("email", true)
                    .assessed());
        }
        define(new AudienceDefinition.OwnersMissing(LEASH, List.of(new Trait.TextIs("trait_pet", "snake")), 5, 0), 0);
        assertEquals(19, size().size().exported());
        for (Executable call : List.<Executable>of(
                () -> export(new Place(0, ""), 1),
                () -> previewTargetGroup
                        .preview("spring", 10, "anna", new Progress(LONGEST))
                        .await()
                        .atMost(LONGEST))) {
            assertEquals(
                    SegmentationReason.GROUP_TOO_SMALL,
                    assertThrows(ZugabeException.class, call).reason());
        }
        assertEquals(List.of(), groups.changes());
        candidates.put(Shoppers.customer("python").bought("terrarium", "Pets").assessed());
        ZugabeException fewOwners = assertThrows(
                ZugabeException.class,
                () -> describeBuyers
                        .describe(new Anchor.OfProduct("terrarium"), false, 0, new Progress(LONGEST))
                        .await()
                        .atMost(LONGEST));
        assertEquals(SegmentationReason.GROUP_TOO_SMALL, fewOwners.reason());
    }

    /** What is compared differs by one person; who compares is right no more often than half of the times. */
    @Test
    void sizesOfGroupsThatDifferByOnePerson_doNotTellOfThem() {
        int right = 0;
        int pairs = 400;
        for (int pair = 0; pair < pairs; pair++) {
            boolean in = pair % 2 == 0;
            ToldSize with = told(in ? 61 : 60, "with " + pair);
            ToldSize without = told(60, "without " + pair);
            assertEquals(with, told(in ? 61 : 60, "with " + pair), "asked again");
            boolean guess = with.exported().orElse(0) > without.exported().orElse(0);
            right += guess == in ? 1 : 0;
        }
        assertEquals(pairs / 2.0, right, pairs * 0.1);
    }

    private ToldSize told(long exported, String trait) {
        AudienceDefinition.OwnersMissing audience =
                new AudienceDefinition.OwnersMissing(LEASH, List.of(new Trait.TextIs("trait_pet", trait)), 5, 0);
        GroupDefinition definition = new GroupDefinition("g", "G", "", audience, Channel.EMAIL, 0, false);
        TargetGroup group = new TargetGroup(definition, 1, Optional.empty(), Shoppers.NOW, Shoppers.NOW, "anna");
        return ToldSize.of(
                new GroupSize(exported, Map.of(), 0, exported, List.of()),
                group,
                RuleFinding.chosen(audience),
                smallGroups.counts().await().atMost(LONGEST));
    }

    @Test
    void sizeThatIsToldOf_isTheSameForAnotherNameOfTheSameGroup() {
        define(DOGS_WITHOUT_LEASH, 0);
        Sized sized = size();
        groups.create(new GroupDefinition("summer", "Summer", "", DOGS_WITHOUT_LEASH, Channel.EMAIL, 0, false), "anna")
                .await()
                .atMost(LONGEST);
        Sized renamed =
                sizeTargetGroup.size("summer", new Progress(LONGEST)).await().atMost(LONGEST);
        assertEquals(sized.told(), renamed.told());
        assertEquals(630, sized.told().exported().orElseThrow(), 40);
        assertEquals(sized.told().eligible(), sized.told().exported(), "nobody is held out");
    }

    @Test
    void bestTraits_areFoundOnce_andTheSizeIsKept() {
        define(new AudienceDefinition.OwnersMissing(LEASH, List.of(), 1, 0), 0);
        Marks marks = describeBuyers
                .describe(LEASH, true, 0, new Progress(LONGEST))
                .await()
                .atMost(LONGEST);
        assertEquals(50, marks.buyers());
        assertEquals(1_500, marks.others());
        Sized first = size();
        assertEquals(
                marks.best(1).getFirst().tally().trait(),
                ((Rule.Shares) first.rule()).traits().getFirst().trait());
        int pages = candidates.pages();
        assertEquals(first, size());
        assertEquals(pages, candidates.pages(), "counted again");
    }

    @Test
    void lookAlikes_haveNoOrderAndResembleTheOwners() {
        define(new AudienceDefinition.LookAlikes(LEASH, 0.3), 0);
        GroupSize size = size().size();
        assertEquals(30, size.exported(), "the prospects with dogs");
        assertTrue(
                previewTargetGroup
                        .preview("spring", 50, "anna", new Progress(LONGEST))
                        .await()
                        .atMost(LONGEST)
                        .chosen()
                        .stream()
                        .allMatch(chosen -> chosen.match().traits().contains(new Trait.TextIs("trait_pet", "dog"))));
    }

    @Test
    void preview_showsNobodyWhoIsGone() {
        define(DOGS_WITHOUT_LEASH, 0);
        List<Subject> sample = size().size().sample();
        assertEquals(50, sample.size());
        candidates.remove(sample.getFirst().key());
        List<Subject> shown =
                previewTargetGroup
                        .preview("spring", 10, "anna", new Progress(LONGEST))
                        .await()
                        .atMost(LONGEST)
                        .chosen()
                        .stream()
                        .map(PreviewTargetGroup.Chosen::subject)
                        .toList();
        assertEquals(sample.subList(1, 11), shown);
    }

    @Test
    void computation_whoseTimeIsUp_endsWithTimeout() {
        define(DOGS_WITHOUT_LEASH, 0);
        ZugabeException late = assertThrows(
                ZugabeException.class,
                () -> sizeTargetGroup
                        .size("spring", new Progress(Duration.ZERO))
                        .await()
                        .atMost(LONGEST));
        assertEquals(KitReason.TIMEOUT, late.reason());
    }

    @Test
    void search_filtersAndPages() {
        candidates.put(Shoppers.visitor("other-1").pet("dog").assessed());
        SearchCustomers searchCustomers = new SearchCustomers(candidates);
        SearchCustomers.Query dogs =
                new SearchCustomers.Query("other-1", "", List.of(new Trait.TextIs("trait_pet", "dog")), true);
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            SearchCustomers.Found page =
                    searchCustomers.search(dogs, after, 7).await().atMost(LONGEST);
            page.candidates().forEach(candidate -> found.add(candidate.subject().key()));
            after = page.next();
        } while (!after.isEmpty());
        // 1, 10 to 19, 100 to 199 and the visitor
        assertEquals(112, found.size());
        assertEquals(112, Set.copyOf(found).size());
        assertEquals("v:other-1", found.getLast());
    }
}
