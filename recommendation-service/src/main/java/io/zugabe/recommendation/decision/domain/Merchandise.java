package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.Alternatives;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.Traits;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What people set about what is offered: what makes products better, and the rules of placements. Immutable.
 *
 * @param rules what was set; a placement that is missing has its defaults
 * @param version names the rules: equal on all replicas that have read the same; 0 if nobody has set any
 */
public record Merchandise(Alternatives alternatives, Map<Placement, PlacementRules> rules, long version) {

    /** What the service starts with. */
    public static final Merchandise DEFAULT = new Merchandise(new Alternatives(Traits.NONE), Map.of(), 0);

    private static final Map<Placement, PlacementRules> DEFAULTS = defaults();

    public Merchandise {
        rules = Map.copyOf(rules);
    }

    /** The rules of a placement. */
    PlacementRules at(Placement placement) {
        PlacementRules set = rules.get(placement);
        return set == null ? defaults(placement) : set;
    }

    /** The rules of a placement that nobody has set. */
    public static PlacementRules defaults(Placement placement) {
        return Objects.requireNonNull(DEFAULTS.get(placement));
    }

    private static Map<Placement, PlacementRules> defaults() {
        Map<Placement, PlacementRules> defaults = new EnumMap<>(Placement.class);
        for (Placement placement : Placement.values()) {
            defaults.put(
                    placement,
                    switch (placement) {
                        case HOME -> PlacementRules.of(placement.limit(), 0, 1, 1, 0);
                        case PRODUCT_PAGE -> PlacementRules.of(placement.limit(), 0, 2, 1, 0);
                        case CART -> PlacementRules.of(placement.limit(), 0, 1, 1, 0.1);
                        case CHECKOUT -> PlacementRules.of(placement.limit(), 0.25, 1, 0, 0.1);
                        case THANK_YOU -> PlacementRules.of(placement.limit(), 0, 0, 0, 0.1);
                        case FOLLOW_UP -> PlacementRules.of(placement.limit(), 0, 0, 0, 0);
                        case SERVICE_CALL -> PlacementRules.of(placement.limit(), 0, 1, 0, 0);
                    });
        }
        return defaults;
    }
}
