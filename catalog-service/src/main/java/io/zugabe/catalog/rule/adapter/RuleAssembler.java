package io.zugabe.catalog.rule.adapter;

import static io.zugabe.catalog.rule.adapter.TypeAssembler.orEmpty;

import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.rule.domain.RuleTest;
import io.zugabe.catalog.rule.domain.RuleText;
import io.zugabe.catalog.rule.domain.RuleText.LimitText;
import io.zugabe.catalog.rule.domain.RuleText.SentenceTexts;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of packs, with the tests that stand beside them. */
final class RuleAssembler {

    private RuleAssembler() {}

    static List<StatedRule> assemble(List<PackFile> files) {
        List<StatedRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (PackFile file : files) {
            Map<String, List<RuleTest>> tests = TestAssembler.byRule(file);
            for (PackFile.RuleBlock block : orEmpty(file.rules())) {
                String id = file.pack() + "/" + block.rule();
                if (!ids.add(id)) {
                    throw new PackException("rule " + id + " stands in its pack twice");
                }
                rules.add(new StatedRule(
                        text(id, file, block), file.version(), tests.getOrDefault(block.rule(), List.of())));
            }
        }
        return rules;
    }

    private static RuleText text(String id, PackFile file, PackFile.RuleBlock block) {
        PackFile.SentenceBlock sentences = block.sentences();
        return new RuleText(
                id,
                block.host(),
                block.part(),
                block.applies() == null ? "true" : block.applies(),
                block.fits(),
                orEmpty(block.limits()).stream().map(RuleAssembler::limit).toList(),
                new SentenceTexts(text(sentences.fits()), text(sentences.doesNotFit()), text(sentences.unknown())),
                block.provenance(),
                certainty("pack " + file.pack() + ", rule " + block.rule(), block.certainty()),
                block.liftedBy() == null ? "" : block.liftedBy());
    }

    private static LimitText limit(PackFile.LimitBlock block) {
        return new LimitText(
                block.when(),
                block.attribute(),
                block.got(),
                block.needed(),
                block.unit() == null ? "" : block.unit(),
                text(block.sentence()),
                block.liftedBy() == null ? "" : block.liftedBy());
    }

    private static LocalizedText text(@Nullable Map<String, String> texts) {
        return texts == null ? LocalizedText.EMPTY : new LocalizedText(new HashMap<>(texts));
    }

    private static Certainty certainty(String place, @Nullable String written) {
        if (written == null) {
            return Certainty.KNOWN;
        }
        for (Certainty certainty : Certainty.values()) {
            if (certainty.name().toLowerCase(Locale.ROOT).equals(written)) {
                return certainty;
            }
        }
        throw new PackException(place + ": the certainty " + written + " is none of documented, known, hearsay");
    }
}
