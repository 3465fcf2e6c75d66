package io.zugabe.catalog.rule.adapter;

import static io.zugabe.catalog.rule.adapter.TypeAssembler.orEmpty;

import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.LimitRule;
import io.zugabe.catalog.fit.domain.Sentences;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.Units;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns the rules of packs into rules over a schema. */
final class RuleAssembler {

    private static final Map<String, String> UNKNOWN = Map.of(
            "en", "Not enough is stated about the two to tell whether they go together.",
            "de", "Über die beiden ist nicht genug angegeben, um zu sagen, ob sie zusammenpassen.");

    private final Schema schema;
    private final Map<String, CelCompiler> compilers = new HashMap<>();

    RuleAssembler(Schema schema) {
        this.schema = schema;
    }

    List<FitRule> assemble(List<PackFile> files) {
        Set<String> ids = new HashSet<>();
        return files.stream()
                .flatMap(file -> orEmpty(file.rules()).stream().map(block -> rule(file, block)))
                .peek(rule -> {
                    if (!ids.add(rule.id())) {
                        throw new PackException("rule " + rule.id() + " stands in its pack twice");
                    }
                })
                .toList();
    }

    private FitRule rule(PackFile file, PackFile.RuleBlock block) {
        String place = "pack " + file.pack() + ", rule " + block.rule();
        requireType(place, block.host());
        requireType(place, block.part());
        CelCompiler compiler = compilers.computeIfAbsent(
                block.host() + ">" + block.part(), _ -> new CelCompiler(schema, block.host(), block.part()));
        String applies = block.applies() == null ? "true" : block.applies();
        FitRule rule = new FitRule(
                file.pack() + "/" + block.rule(),
                file.version(),
                block.host(),
                block.part(),
                at(place + ", applies", () -> compiler.condition(applies)),
                at(place + ", fits", () -> compiler.condition(block.fits())),
                limits(place, block, compiler),
                sentences(place, block),
                block.provenance(),
                certainty(place, block.certainty()));
        return rule;
    }

    private List<LimitRule> limits(String rulePlace, PackFile.RuleBlock rule, CelCompiler compiler) {
        return orEmpty(rule.limits()).stream()
                .map(block -> limit(rulePlace + ", limit " + block.attribute(), rule, block, compiler))
                .toList();
    }

    private LimitRule limit(String place, PackFile.RuleBlock rule, PackFile.LimitBlock block, CelCompiler compiler) {
        String unit = block.unit() == null ? "" : block.unit();
        if (!unit.isEmpty() && !Units.isKnown(unit)) {
            throw new PackException(place + ": the unit " + unit + " is unknown");
        }
        String liftedBy = block.liftedBy() == null ? "" : block.liftedBy();
        if (!liftedBy.isEmpty()) {
            requireType(place + ", lifted_by", liftedBy);
        }
        return new LimitRule(
                at(place + ", when", () -> compiler.condition(block.when())),
                block.attribute(),
                at(place + ", got", () -> compiler.textOrNumber(block.got())),
                at(place + ", needed", () -> compiler.textOrNumber(block.needed())),
                unit,
                template(place + ", sentence", rule, block.sentence(), Set.of("got", "needed")),
                liftedBy);
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

    private Sentences sentences(String place, PackFile.RuleBlock rule) {
        PackFile.SentenceBlock block = rule.sentences();
        Map<String, String> unknown = block.unknown() == null ? UNKNOWN : block.unknown();
        return new Sentences(
                template(place + ", sentences.fits", rule, block.fits(), Set.of()),
                template(place + ", sentences.does_not_fit", rule, block.doesNotFit(), Set.of()),
                template(place + ", sentences.unknown", rule, unknown, Set.of()));
    }

    private SentenceTemplate template(
            String place, PackFile.RuleBlock rule, Map<String, String> texts, Set<String> alsoAllowed) {
        SentenceTemplate template = new SentenceTemplate(new LocalizedText(texts));
        for (String gap : template.gaps()) {
            boolean known = alsoAllowed.contains(gap)
                    || isAttribute(gap, "host.", rule.host())
                    || isAttribute(gap, "part.", rule.part());
            if (!known) {
                throw new PackException(
                        place + ": {" + gap + "} names no attribute of " + rule.host() + " or " + rule.part());
            }
        }
        return template;
    }

    private boolean isAttribute(String gap, String role, String type) {
        if (!gap.startsWith(role)) {
            return false;
        }
        String attribute = gap.substring(role.length());
        return Schema.BUILT_IN.contains(attribute) || schema.attributes(type).containsKey(attribute);
    }

    private void requireType(String place, String type) {
        if (schema.find(type).isEmpty()) {
            throw new PackException(place + ": no pack declares the type " + type);
        }
    }

    private static CompiledExpression at(String place, Supplier<CompiledExpression> compile) {
        try {
            return compile.get();
        } catch (PackException e) {
            throw new PackException(place + ":\n" + e.getMessage());
        }
    }
}
