package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ways to treat a customer, for tests: everything that is not said is allowed. */
final class Treatments {

    private boolean allowed = true;
    private Optional<Instant> quietUntil = Optional.empty();
    private Set<String> kinds = Set.of();
    private Set<String> channels = Set.of();
    private Set<String> incentives = Set.of();
    private double ceiling;
    private boolean onlyWhenTriggered;
    private boolean lowReturnRiskOnly;
    private boolean anonymous;
    private Set<String> excludedTypes = Set.of();
    private Map<String, Instant> quietProducts = Map.of();
    private List<String> advice = List.of();
    private List<String> codes = List.of();

    static Treatments of(String... codes) {
        Treatments treatments = new Treatments();
        treatments.codes = List.of(codes);
        return treatments;
    }

    Treatments silentUntil(Instant until) {
        allowed = false;
        quietUntil = Optional.of(until);
        return this;
    }

    Treatments kinds(String... names) {
        kinds = Set.of(names);
        return this;
    }

    Treatments channels(String... names) {
        channels = Set.of(names);
        return this;
    }

    Treatments ceiling(double euros) {
        ceiling = euros;
        return this;
    }

    Treatments onlyWhenTriggered() {
        onlyWhenTriggered = true;
        return this;
    }

    Treatments lowReturnRiskOnly() {
        lowReturnRiskOnly = true;
        return this;
    }

    Treatments anonymous() {
        anonymous = true;
        return this;
    }

    Treatments without(String type) {
        excludedTypes = Set.of(type);
        return this;
    }

    Treatments quiet(String product, Instant until) {
        quietProducts = Map.of(product, until);
        return this;
    }

    /** By default none. */
    Treatments incentives(String... names) {
        incentives = Set.of(names);
        return this;
    }

    Treatments advice(String... what) {
        advice = List.of(what);
        return this;
    }

    CustomerTreatment done() {
        return new CustomerTreatment(
                allowed,
                quietUntil,
                kinds,
                channels,
                incentives,
                ceiling == 0 ? Optional.empty() : Optional.of(Shop.euros(ceiling)),
                onlyWhenTriggered,
                lowReturnRiskOnly,
                anonymous,
                excludedTypes,
                quietProducts,
                advice,
                codes,
                3);
    }
}
