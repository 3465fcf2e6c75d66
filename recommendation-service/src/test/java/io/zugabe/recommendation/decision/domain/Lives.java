package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.incentives.domain.Audience;
import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.Level;
import io.zugabe.recommendation.incentives.domain.LevelCounts;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Uplift;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Selector;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Incentives, for tests: for everybody and every product, without trials, unless said otherwise. */
final class Lives {

    private final String id;
    private final IncentiveType type;
    private final List<Level> levels = new ArrayList<>();
    private List<LevelCounts> counts = List.of();
    private Audience audience = new Audience(Set.of(), Set.of(), Set.of(), false);
    private List<Selector> products = List.of();
    private Instant end = Instant.parse("2099-01-01T00:00:00Z");
    private String gift = "";
    private String stacking;
    private boolean exclusive;
    private boolean limited;
    private boolean open = true;
    private double floor;
    private double minimum;
    private double unitCost;
    private double trials;
    private LongSet usedUp = new LongOpenHashSet();

    private Lives(String id, IncentiveType type) {
        this.id = id;
        this.type = type;
        this.stacking = "=" + id;
    }

    static Lives of(String id, IncentiveType type) {
        return new Lives(id, type);
    }

    static Lives discount(String id) {
        return of(id, IncentiveType.DISCOUNT);
    }

    Lives percent(int percent, double expectedUplift) {
        return level(new Benefit.Percent(percent), expectedUplift);
    }

    Lives level(Benefit benefit, double expectedUplift) {
        levels.add(new Level(levels.size() + 1, benefit, expectedUplift));
        return this;
    }

    Lives counted(LevelCounts... known) {
        counts = List.of(known);
        return this;
    }

    Lives audience(Audience who) {
        audience = who;
        return this;
    }

    Lives products(Selector... which) {
        products = List.of(which);
        return this;
    }

    Lives until(Instant when) {
        end = when;
        return this;
    }

    Lives gift(String product) {
        gift = product;
        return this;
    }

    Lives stacking(String group) {
        stacking = group;
        return this;
    }

    Lives exclusive() {
        exclusive = true;
        return this;
    }

    Lives limited() {
        limited = true;
        return this;
    }

    Lives closed() {
        open = false;
        return this;
    }

    Lives floor(double euros) {
        floor = euros;
        return this;
    }

    Lives minimum(double euros) {
        minimum = euros;
        return this;
    }

    Lives unitCost(double euros) {
        unitCost = euros;
        return this;
    }

    Lives trials(double share) {
        trials = share;
        return this;
    }

    Lives usedUpBy(String subject) {
        usedUp.add(LiveIncentive.mark(subject));
        return this;
    }

    LiveIncentive done() {
        Incentive incentive = new Incentive(
                id,
                type,
                new LocalizedText(Map.of("en", id)),
                levels,
                Instant.EPOCH,
                end,
                Duration.ofHours(1),
                limited,
                audience,
                products,
                Shop.euros(minimum).micros(),
                gift,
                Shop.euros(unitCost).micros(),
                Shop.euros(floor).micros(),
                Shop.euros(1_000).micros(),
                0,
                0,
                stacking,
                exclusive,
                trials);
        return new LiveIncentive(incentive, new Uplift(levels, counts, 20), open, usedUp);
    }
}
