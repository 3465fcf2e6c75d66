package io.zugabe.catalog.rule.adapter;

import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.LimitRule;
import io.zugabe.catalog.fit.domain.Sentences;
import io.zugabe.catalog.rule.domain.RuleCompiler;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.RuleText;
import io.zugabe.catalog.rule.domain.RuleText.LimitText;
import io.zugabe.catalog.rule.domain.RuleText.SentenceTexts;
import io.zugabe.catalog.rule.domain.RuleTexts;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.Units;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Compiles rules whose expressions are in CEL. */
final class CelRuleCompiler implements RuleCompiler {

    @Override
    public FitRule compile(Schema schema, StatedRule rule) {
        RuleText text = rule.text();
        requireType(schema, "host_type", text.hostType());
        requireType(schema, "part_type", text.partType());
        if (!text.liftedBy().isEmpty()) {
            requireType(schema, "lifted_by_type", text.liftedBy());
        }
        CelCompiler cel = new CelCompiler(schema, text.hostType(), text.partType());
        return new FitRule(
                text.id(),
                rule.version(),
                text.hostType(),
                text.partType(),
                at("applies", () -> cel.condition(text.applies())),
                at("fits", () -> cel.condition(text.fits())),
                limits(schema, cel, text),
                sentences(schema, text),
                text.provenance(),
                text.certainty(),
                text.liftedBy());
    }

    private static List<LimitRule> limits(Schema schema, CelCompiler cel, RuleText text) {
        List<LimitRule> limits = new ArrayList<>();
        for (LimitText limit : text.limits()) {
            limits.add(limit("limits[" + limits.size() + "].", schema, cel, text, limit));
        }
        return limits;
    }

    private static LimitRule limit(String place, Schema schema, CelCompiler cel, RuleText text, LimitText limit) {
        if (!limit.unit().isEmpty() && !Units.isKnown(limit.unit())) {
            throw new RuleFault(place + "unit", "the unit " + limit.unit() + " is unknown");
        }
        if (!limit.liftedBy().isEmpty()) {
            requireType(schema, place + "lifted_by_type", limit.liftedBy());
        }
        return new LimitRule(
                at(place + "when", () -> cel.condition(limit.when())),
                limit.attribute(),
                at(place + "got", () -> cel.textOrNumber(limit.got())),
                at(place + "needed", () -> cel.textOrNumber(limit.needed())),
                limit.unit(),
                template(place + "sentence", schema, text, limit.sentence(), Set.of("got", "needed")),
                limit.liftedBy());
    }

    private static Sentences sentences(Schema schema, RuleText text) {
        SentenceTexts texts = text.sentences();
        LocalizedText unknown = texts.unknown().isEmpty() ? RuleTexts.UNKNOWN : texts.unknown();
        return new Sentences(
                template("fits_sentence", schema, text, texts.fits(), Set.of()),
                template("does_not_fit_sentence", schema, text, texts.doesNotFit(), Set.of()),
                template("unknown_sentence", schema, text, unknown, Set.of()));
    }

    private static SentenceTemplate template(
            String field, Schema schema, RuleText rule, LocalizedText sentence, Set<String> alsoAllowed) {
        SentenceTemplate template = new SentenceTemplate(sentence);
        for (String gap : template.gaps()) {
            boolean known = alsoAllowed.contains(gap)
                    || isAttribute(schema, gap, "host.", rule.hostType())
                    || isAttribute(schema, gap, "part.", rule.partType());
            if (!known) {
                throw new RuleFault(
                        field, "{" + gap + "} names no attribute of " + rule.hostType() + " or " + rule.partType());
            }
        }
        return template;
    }

    private static boolean isAttribute(Schema schema, String gap, String role, String type) {
        if (!gap.startsWith(role)) {
            return false;
        }
        String attribute = gap.substring(role.length());
        return Schema.BUILT_IN.contains(attribute) || schema.attributes(type).containsKey(attribute);
    }

    private static void requireType(Schema schema, String field, String type) {
        if (schema.find(type).isEmpty()) {
            throw new RuleFault(field, "no pack declares the type " + type + ", nor does anything else");
        }
    }

    private static CompiledExpression at(String field, Supplier<CompiledExpression> compile) {
        try {
            return compile.get();
        } catch (RuleFault e) {
            throw new RuleFault(field, e.fault());
        }
    }
}
