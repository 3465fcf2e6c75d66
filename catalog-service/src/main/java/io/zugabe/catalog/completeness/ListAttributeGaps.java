package io.zugabe.catalog.completeness;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.catalog.completeness.domain.AttributeGap;
import io.zugabe.catalog.completeness.domain.AttributeGaps;
import io.zugabe.catalog.completeness.domain.CountedGaps;
import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Lists what is worth completing in the catalog. */
@Singleton
public final class ListAttributeGaps {

    private static final BigDecimal ABOVE_ALL_REVENUES = BigDecimal.TEN.pow(40);

    /** For comparing pairs, and again for counting products. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final int MOST_AT_ONCE = 2;

    private final CatalogFeed feed;
    private final Clock clock;
    private final Rankings rankings = new Rankings();
    private final Semaphore running = new Semaphore(MOST_AT_ONCE);

    ListAttributeGaps(CatalogFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * A page of the gaps of products of a type or a type below it. Counts them all for the first page, so not on an
     * event loop; the pages after it are of the same counts for two minutes. Fails with OVERLOADED while others count; INVALID_ARGUMENT if nobody declares the type and there is no product of it.
     */
    public Uni<GapPage> list(String type, PageRequest request) {
        return Uni.createFrom()
                .item(() -> page(type, request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private GapPage page(String type, PageRequest request) {
        LiveCatalog catalog = feed.loadedCatalog();
        Violations violations = Violations.ofRequest();
        new SelectorVocabulary(catalog.schema(), catalog.types())
                .wrongType(new Selector.ByType(type))
                .ifPresent(wrong -> violations.check(false, "type", wrong.written(), wrong.why()));
        violations.throwIfAny();
        CountedGaps known = request.after().isEmpty()
                ? null
                : rankings.find(type, clock.instant()).orElse(null);
        CountedGaps counted = known == null ? countOneOfFew(catalog, type) : known;
        return new GapPage(Page.of(counted.gaps(), ListAttributeGaps::sortKey, request), cut(counted));
    }

    private CountedGaps countOneOfFew(LiveCatalog catalog, String type) {
        if (!running.tryAcquire()) {
            throw ZugabeException.retryable(
                    KitReason.OVERLOADED,
                    "the gaps of " + MOST_AT_ONCE + " types are being counted; try again",
                    LONGEST);
        }
        try {
            CountedGaps counted = AttributeGaps.of(catalog, type, ListAttributeGaps::timer);
            rankings.put(type, counted, clock.instant());
            return counted;
        } finally {
            running.release();
        }
    }

    private static String cut(CountedGaps counted) {
        if (counted.pairsCut()) {
            return "some pairs were left out, because comparing them took longer than " + LONGEST.toSeconds() + " s";
        }
        return counted.productsCut()
                ? "some products were left out, because counting them took longer than " + LONGEST.toSeconds() + " s"
                : "";
    }

    private static BooleanSupplier timer() {
        long end = System.nanoTime() + LONGEST.toNanos();
        return () -> System.nanoTime() - end > 0;
    }

    /** Sorts as the gaps are sorted: large numbers first. */
    private static String sortKey(AttributeGap gap) {
        return "%d %019d %s %s"
                .formatted(
                        gap.answersPairs() ? 0 : 1,
                        Long.MAX_VALUE - gap.products(),
                        ABOVE_ALL_REVENUES.subtract(gap.revenue()).setScale(9).toPlainString(),
                        String.join(",", gap.attributes()));
    }

    /**
     * A page of gaps.
     *
     * @param cut why not everything was counted, in English; empty if all was
     */
    public record GapPage(Page<AttributeGap> page, String cut) {}
}
