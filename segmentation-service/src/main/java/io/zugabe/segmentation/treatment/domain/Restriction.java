package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.treatment.domain.Silencing.Quiet;
import io.zugabe.segmentation.treatment.domain.Treatment.Applied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What all rules that count for one customer allow together. Starts with everything; only ever loses. */
final class Restriction {

    private final TreatmentFacts facts;
    private final Instant now;
    private final Set<OfferKind> kinds = Effects.allKinds();
    private final Set<Channel> channels = Effects.allChannels();
    private final Set<Incentive> incentives = Effects.allIncentives();
    private final SortedSet<String> excludedTypes = new TreeSet<>();
    private final SortedSet<String> advice = new TreeSet<>();
    private final List<Applied> silencing = new ArrayList<>();
    private final List<Applied> others = new ArrayList<>();
    private Optional<Quiet> quiet = Optional.empty();
    private OptionalDouble ceiling = OptionalDouble.empty();
    private boolean onlyWhenTriggered;
    private boolean lowReturnRiskOnly;
    private boolean anonymous;

    Restriction(TreatmentFacts facts, Instant now) {
        this.facts = facts;
        this.now = now;
    }

    void add(TreatmentRule rule, LocalizedText why) {
        Effects effects = rule.effects();
        Optional<Quiet> silence = effects.silence().flatMap(each -> each.quiet(facts.moments(), now));
        boolean onlySilences = effects.equals(Effects.silenceOnly(effects.silence()));
        if (silence.isEmpty() && onlySilences && effects.silence().isPresent()) {
            return;
        }
        Applied applied = new Applied(rule.id(), rule.reasonCode(), why);
        (silence.isPresent() ? silencing : others).add(applied);
        quiet = Stream.concat(quiet.stream(), silence.stream()).reduce(Quiet::and);
        narrow(effects);
    }

    private void narrow(Effects effects) {
        effects.allowedKinds().ifPresent(kinds::retainAll);
        effects.allowedChannels().ifPresent(channels::retainAll);
        effects.allowedIncentives().ifPresent(incentives::retainAll);
        ceiling = DoubleStream.concat(
                        ceiling.stream(),
                        effects.priceCeiling().stream().flatMapToDouble(each -> each.of(facts.features()).stream()))
                .min();
        onlyWhenTriggered |= effects.onlyWhenTriggered();
        lowReturnRiskOnly |= effects.lowReturnRiskOnly();
        anonymous |= effects.anonymous();
        excludedTypes.addAll(effects.excludedTypes());
        advice.addAll(effects.advice());
    }

    /** Who may be reached by no channel, or be offered no kind, is not offered anything. */
    Treatment treatment(int version, List<QuietProduct> quietProducts) {
        boolean nothingLeft = kinds.isEmpty() || channels.isEmpty();
        List<Applied> applied = new ArrayList<>(silencing);
        applied.addAll(others);
        return new Treatment(
                quiet.isEmpty() && !nothingLeft,
                nothingLeft ? Optional.empty() : quiet.flatMap(Quiet::until),
                Collections.unmodifiableSet(kinds),
                Collections.unmodifiableSet(channels),
                Collections.unmodifiableSet(incentives),
                ceiling,
                onlyWhenTriggered,
                lowReturnRiskOnly,
                anonymous,
                Collections.unmodifiableSortedSet(excludedTypes),
                Collections.unmodifiableSortedSet(advice),
                quietProducts,
                List.copyOf(applied),
                version);
    }
}
