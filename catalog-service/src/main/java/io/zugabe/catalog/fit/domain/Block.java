package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * That a dispute blocks a pair of products.
 *
 * @param disputeId the dispute's id
 * @param confirmed whether somebody has decided so; else the dispute is open
 */
public record Block(String disputeId, boolean confirmed) implements Authority {

    private static final SentenceTemplate CONFIRMED = new SentenceTemplate(new LocalizedText(Map.of(
            "en", "It was reported that these two do not go together, and the report was confirmed.",
            "de", "Es wurde gemeldet, dass die beiden nicht zusammenpassen, und die Meldung wurde bestätigt.",
            "nl", "Er is gemeld dat deze twee niet bij elkaar passen, en de melding is bevestigd.")));
    private static final SentenceTemplate OPEN = new SentenceTemplate(new LocalizedText(Map.of(
            "en", "It was reported that these two do not go together; the report is being checked.",
            "de", "Es wurde gemeldet, dass die beiden nicht zusammenpassen; die Meldung wird geprüft.",
            "nl", "Er is gemeld dat deze twee niet bij elkaar passen; de melding wordt gecontroleerd.")));

    /** The answer about a blocked pair, over what would be said without the block. */
    public FitAnswer over(FitAnswer unblocked) {
        Map<Precedence, FitAnswer> said = new EnumMap<>(Precedence.class);
        said.put(Precedence.DISPUTE, FitAnswer.of(Verdict.DOES_NOT_FIT, new Ground(this, Verdict.DOES_NOT_FIT)));
        if (unblocked.spoken()) {
            said.put(Precedence.of(unblocked.grounds().getFirst().authority()), unblocked);
        }
        return Precedence.decide(said);
    }

    @Override
    public String evidenceId() {
        return disputeId;
    }

    @Override
    public SentenceTemplate sentence(Verdict verdict) {
        return confirmed ? CONFIRMED : OPEN;
    }

    @Override
    public Set<String> reads() {
        return Set.of();
    }
}
