package io.zugabe.catalog.fit.endpoint;

import io.zugabe.catalog.fit.domain.Authority;
import io.zugabe.catalog.fit.domain.Block;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.Ground;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import io.zugabe.common.v1.Evidence;
import io.zugabe.common.v1.Evidence.Source;
import java.util.Map;

/** Evidence as messages. */
public final class EvidenceMessages {

    private static final LocalizedText NOTHING_SAID = new LocalizedText(Map.of(
            "en", "No rule and no maker's list says whether these two go together.",
            "de", "Keine Regel und keine Herstellerliste sagt, ob die beiden zusammenpassen.",
            "nl", "Geen regel en geen lijst van een fabrikant zegt of deze twee bij elkaar passen."));
    private static final LocalizedText UNKNOWN_PRODUCT = new LocalizedText(Map.of(
            "en", "The catalog does not know the product %s.",
            "de", "Der Katalog kennt das Produkt %s nicht.",
            "nl", "De catalogus kent het product %s niet."));

    private EvidenceMessages() {}

    /** Evidence for an answer about two products, gaps filled with their attributes. */
    static Evidence ofGround(Ground ground, SentenceTemplate.Lookup attributes) {
        Authority authority = ground.authority();
        Evidence.Builder evidence = Evidence.newBuilder()
                .setSource(source(authority))
                .setId(authority.evidenceId())
                .setVerdict(StatementMessages.toMessage(ground.verdict()))
                .setSentence(ProductMessages.toMessage(
                        authority.sentence(ground.verdict()).fill(attributes)));
        authority.reads().forEach(name -> {
            String value = attributes.find(name);
            if (value != null) {
                evidence.putAttributes(name, value);
            }
        });
        return evidence.build();
    }

    /** Evidence for a fit, with the gaps still open. */
    public static Evidence template(Authority authority) {
        Evidence.Builder evidence = Evidence.newBuilder()
                .setSource(source(authority))
                .setId(authority.evidenceId())
                .setSentence(ProductMessages.toMessage(
                        authority.sentence(Verdict.FITS).text()));
        authority.reads().forEach(name -> evidence.putAttributes(name, "{" + name + "}"));
        return evidence.build();
    }

    /** Evidence that nothing speaks about a pair. */
    static Evidence nothingSaid() {
        return Evidence.newBuilder()
                .setSource(Source.SOURCE_RULE)
                .setId("no-rule")
                .setSentence(ProductMessages.toMessage(NOTHING_SAID))
                .build();
    }

    /** Evidence that a product is unknown. */
    static Evidence unknownProduct(String id) {
        return Evidence.newBuilder()
                .setSource(Source.SOURCE_RULE)
                .setId("unknown-product")
                .setSentence(ProductMessages.toMessage(UNKNOWN_PRODUCT.map(text -> text.formatted(id))))
                .build();
    }

    private static Source source(Authority authority) {
        return switch (authority) {
            case FitRule _ -> Source.SOURCE_RULE;
            case MakerStatement _ -> Source.SOURCE_MAKER_LIST;
            case Block _ -> Source.SOURCE_DISPUTE;
        };
    }
}
