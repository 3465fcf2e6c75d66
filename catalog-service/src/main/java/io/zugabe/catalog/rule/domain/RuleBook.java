package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Sentences;
import io.zugabe.catalog.rule.domain.RuleState.RunTimeType;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of the packs, and what they become with what is declared at run time over them. Safe for concurrent use. */
public final class RuleBook {

    private final Map<String, TypeDeclaration> packTypes = new LinkedHashMap<>();
    private final Map<String, StatedRule> packRules = new LinkedHashMap<>();
    private final String packHash;
    private final CompiledRules compiled;
    private final List<FitRule> given;

    /**
     * @param packHash changes whenever a pack changes
     */
    public RuleBook(Schema packs, Collection<StatedRule> rules, String packHash, RuleCompiler compiler) {
        this(packs, rules, List.of(), packHash, compiler);
    }

    private RuleBook(
            Schema packs, Collection<StatedRule> rules, List<FitRule> given, String packHash, RuleCompiler compiler) {
        this.given = given;
        packs.types().forEach(type -> packTypes.put(type.type(), type));
        rules.forEach(rule -> packRules.put(rule.id(), rule));
        this.packHash = packHash;
        this.compiled = new CompiledRules(compiler, packRules.size() + RuleState.MOST_VERSIONS);
    }

    /** A book of rules that stay as they are: nothing written at run time compiles. */
    public static RuleBook of(RuleSet rules) {
        return new RuleBook(rules.schema(), List.of(), rules.rules(), rules.hash(), (_, rule) -> {
            throw new RuleFault("rule_id", rule.id() + " cannot be compiled: these rules stay as they are");
        });
    }

    /** The packs' rules, in their order. */
    public Collection<StatedRule> packRules() {
        return packRules.values();
    }

    /** A pack's rule. */
    public Optional<StatedRule> packRule(String id) {
        return Optional.ofNullable(packRules.get(id));
    }

    /** What a pack declares of a type. */
    public Optional<TypeDeclaration> packType(String type) {
        return Optional.ofNullable(packTypes.get(type));
    }

    /** The rules that count under a state, as they are written: the packs' in their order, then the others by id. */
    public List<StatedRule> inForce(RuleState state) {
        Map<String, StatedRule> rules = new LinkedHashMap<>(packRules);
        state.allInForce().forEach(version -> rules.put(version.ruleId(), version.rule()));
        return List.copyOf(rules.values());
    }

    /**
     * The types of packs and state.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public Schema schema(RuleState state) {
        return new Schema(overlaid(state.types().values()));
    }

    /**
     * Compiles a rule.
     *
     * @throws RuleFault if it does not compile
     */
    public FitRule compile(Schema schema, StatedRule rule) {
        return compiled.get(schema, rule);
    }

    /**
     * The rules that count under a state. Never fails: a rule that does not compile against its types is
     * UNKNOWN about them. Rules that are written alike, over types that look alike, are the same instances.
     */
    public RuleSet assemble(RuleState state) {
        List<StatedRule> rules = inForce(state);
        Schema schema = schemaInForce(state);
        List<FitRule> all = new ArrayList<>(given);
        rules.forEach(rule -> all.add(tolerant(schema, rule)));
        return new RuleSet(withAllTypesOf(rules, schema), all, hash(state));
    }

    private FitRule tolerant(Schema schema, StatedRule rule) {
        try {
            return compile(schema, rule);
        } catch (RuleFault e) {
            RuleText text = rule.text();
            return FitRule.broken(
                    text.id(),
                    rule.version(),
                    text.hostType(),
                    text.partType(),
                    text.fits(),
                    String.valueOf(e.getMessage()),
                    withoutGaps(text.sentences()),
                    text.provenance(),
                    text.certainty());
        }
    }

    /**
     * The types that count under a state. Never fails: new packs may contradict what was declared under older ones;
     * of that, what contradicts is left out.
     */
    public Schema schemaInForce(RuleState state) {
        try {
            return schema(state);
        } catch (IllegalArgumentException e) {
            List<RunTimeType> kept = new ArrayList<>();
            List<RunTimeType> left = new ArrayList<>(state.types().values());
            // A type may come before the type above it, which is added by a later round then.
            while (left.removeIf(type -> addIfSound(kept, type))) {}
            return new Schema(overlaid(kept));
        }
    }

    private boolean addIfSound(List<RunTimeType> kept, RunTimeType type) {
        kept.add(type);
        try {
            new Schema(overlaid(kept));
            return true;
        } catch (IllegalArgumentException e) {
            kept.removeLast();
            return false;
        }
    }

    private Collection<TypeDeclaration> overlaid(Collection<RunTimeType> declared) {
        Map<String, TypeDeclaration> types = new LinkedHashMap<>(packTypes);
        declared.forEach(each -> types.merge(each.declaration().type(), each.declaration(), TypeDeclaration::with));
        return types.values();
    }

    /** A rule about a type that nothing declares any more must still be about it. */
    private static Schema withAllTypesOf(List<StatedRule> rules, Schema schema) {
        Map<String, TypeDeclaration> types = new LinkedHashMap<>();
        schema.types().forEach(type -> types.put(type.type(), type));
        for (StatedRule rule : rules) {
            for (String type : List.of(rule.text().hostType(), rule.text().partType())) {
                types.computeIfAbsent(
                        type, _ -> new TypeDeclaration(type, "", LocalizedText.EMPTY, List.of(), null, ""));
            }
        }
        return types.size() == schema.types().size() ? schema : new Schema(types.values());
    }

    private static Sentences withoutGaps(RuleText.SentenceTexts texts) {
        SentenceTemplate unknown =
                new SentenceTemplate(texts.unknown().isEmpty() ? RuleTexts.UNKNOWN : texts.unknown());
        return new Sentences(unknown, unknown, unknown);
    }

    private String hash(RuleState state) {
        if (state.types().isEmpty() && state.allInForce().isEmpty()) {
            return packHash;
        }
        StringBuilder hash = new StringBuilder(packHash);
        state.types()
                .values()
                .forEach(type -> hash.append('|')
                        .append(type.declaration().type())
                        .append('@')
                        .append(type.position()));
        state.allInForce().forEach(version -> hash.append('|').append(version.id()));
        return hash.toString();
    }
}
