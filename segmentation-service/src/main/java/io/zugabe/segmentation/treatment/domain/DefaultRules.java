package io.zugabe.segmentation.treatment.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the default policy as they are now, and as they were before: a shop's policy may hold either. */
public final class DefaultRules {

    private final Map<String, TreatmentRule> present = new HashMap<>();
    private final Set<TreatmentRule> former;
    private final Set<String> changed = new HashSet<>();

    /**
     * @param former rules that were part of a default before, several of one id if it was changed several times
     */
    public DefaultRules(List<TreatmentRule> present, List<TreatmentRule> former) {
        present.forEach(rule -> this.present.put(rule.id(), rule));
        this.former = Set.copyOf(former);
        former.forEach(rule -> changed.add(rule.id()));
    }

    /** The policy, in which rules that the shop took from a former default as they were are those of the present one. */
    public PolicyVersion followedBy(PolicyVersion policy) {
        return policy.withRules(policy.rules().stream()
                .map(rule -> former.contains(rule) ? present.getOrDefault(rule.id(), rule) : rule)
                .toList());
    }

    /** The rules of a policy that the shop has changed itself, while the default was changed too. */
    public List<Outdated> outdated(PolicyVersion policy) {
        return policy.rules().stream()
                .filter(rule -> changed.contains(rule.id()))
                .flatMap(rule -> java.util.Optional.ofNullable(present.get(rule.id())).stream()
                        .filter(standard -> !standard.equals(rule))
                        .map(standard -> new Outdated(rule, standard)))
                .toList();
    }

    /**
     * A rule of the shop whose default has changed.
     *
     * @param standard the default as it is now
     */
    public record Outdated(TreatmentRule rule, TreatmentRule standard) {

        /** In a sentence. */
        public String note() {
            return "the default of this rule was changed to: " + standard.who().expression()
                    + " (\"" + standard.description().texts().getOrDefault("en", "")
                    + "\"); this policy keeps its own: "
                    + rule.who().expression();
        }
    }
}
