package io.zugabe.catalog.rule.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.fit.domain.Evaluation;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.RuleOutcome;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Sentences;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.rule.domain.RuleText.SentenceTexts;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule compiles if both of its types declare the attribute that "fits" names. */
@Proves("O2")
class RuleBookTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final StatedRule PACK = new StatedRule(text("p/size", "size"), "1", List.of());
    private static final RuleBook BOOK = new RuleBook(
            new Schema(List.of(type("tool", "size"), type("pack", "size"))),
            List.of(PACK),
            "packs",
            RuleBookTest::compile);

    @Test
    void version_inForce_countsInsteadOfThePacks_andUnchangedRulesAreTheSameInstances() {
        RuleState state = RuleState.EMPTY;
        RuleSet packs = BOOK.assemble(state);
        RuleVersion draft = RuleHistory.draft(state, text("p/size", "size"), List.of(), NOW, "jo");
        state = state.withVersions(List.of(draft));
        assertSame(packs.rules().getFirst(), BOOK.assemble(state).rules().getFirst());
        state = state.withVersions(RuleHistory.publish(state, draft, NOW));
        RuleSet own = BOOK.assemble(state);
        assertEquals(List.of("r1"), own.rules().stream().map(FitRule::version).toList());
        assertNotEquals(packs.hash(), own.hash());
        RuleState other = state.withTypes(List.of(type("shelf", "width")));
        assertSame(own.rules().getFirst(), BOOK.assemble(other).rules().getFirst());
        state = state.withVersions(
                RuleHistory.rollBack(state, state.inForce("p/size").orElseThrow(), NOW));
        assertSame(packs.rules().getFirst(), BOOK.assemble(state).rules().getFirst());
        assertEquals(packs.hash(), BOOK.assemble(state).hash());
    }

    @Test
    void rollback_goesBackOneByOne_andEnds() {
        RuleState state = RuleState.EMPTY;
        for (int i = 1; i <= 3; i++) {
            RuleVersion draft = RuleHistory.draft(state, text("x/new", "size"), List.of(), NOW, "jo");
            assertEquals("r" + i, draft.version());
            state = state.withVersions(RuleHistory.publish(state, draft, NOW));
            assertEquals(1, state.allInForce().size());
        }
        assertEquals("r1", RuleHistory.dispensable(state, "x/new").orElseThrow().version());
        for (String left : List.of("r2", "r1", "")) {
            state = state.withVersions(
                    RuleHistory.rollBack(state, state.inForce("x/new").orElseThrow(), NOW));
            assertEquals(left, state.inForce("x/new").map(RuleVersion::version).orElse(""));
        }
        assertEquals(4, state.nextNumber("x/new"));
    }

    @Test
    void number_ofADeletedDraft_isNotGivenAgain() {
        RunTimeRules rules = new RunTimeRules();
        RuleVersion draft = RuleHistory.draft(rules.state(), text("x/new", "size"), List.of(), NOW, "jo");
        rules.put(draft);
        rules.removeVersion(draft.id());
        assertEquals(Optional.empty(), rules.state().find("x/new", "r1"));
        assertEquals(2, rules.state().nextNumber("x/new"));
    }

    @Test
    void rule_thatDoesNotCompileAnyMore_isUnknown_andStillGates() {
        RuleState state = RuleState.EMPTY.withTypes(List.of(type("shelf", "width"), type("board", "width")));
        RuleText text = text("x/width", "width", "shelf", "board");
        RuleVersion draft = RuleHistory.draft(state, text, List.of(), NOW, "jo");
        state = state.withVersions(RuleHistory.publish(state, draft, NOW));
        RuleSet without = BOOK.assemble(state.withoutType("board"));
        assertTrue(without.gates("shelf", "board"));
        FitRule rule = without.about("shelf", "board").getFirst();
        assertTrue(rule.fault().orElseThrow().contains("board"), rule.fault().toString());
        RuleOutcome outcome = rule.judge(new AttributeTuple("shelf", Map.of()), new AttributeTuple("board", Map.of()));
        assertEquals(new RuleOutcome.Spoke(Verdict.UNKNOWN, List.of(), Set.of()), outcome);
        assertEquals(
                List.of("x/width"),
                RuleBreakage.between(
                                BOOK, BOOK.inForce(state), BOOK.schema(state), BOOK.schema(state.withoutType("board")))
                        .stream()
                        .map(broken -> broken.rule().id())
                        .toList());
    }

    @Test
    void typeOfAPack_isExtended_andContradictionsAreLeftOut() {
        RuleState extended = RuleState.EMPTY.withTypes(List.of(type("tool", "colour")));
        assertEquals(
                Set.of("size", "colour"),
                BOOK.schema(extended).attributes("tool").keySet());
        TypeDeclaration loop = new TypeDeclaration("loop", "loop", LocalizedText.EMPTY, List.of(), null, "");
        RuleSet rules = BOOK.assemble(extended.withTypes(List.of(loop)));
        assertTrue(rules.schema().find("loop").isEmpty());
        assertTrue(rules.schema().attributes("tool").containsKey("colour"));
    }

    /** "a_child" comes before "parent" by name, and needs it all the same. */
    @Test
    void typeBelowAnother_isKept_thoughItComesFirstByName_ifOthersContradict() {
        TypeDeclaration loop = new TypeDeclaration("loop", "loop", LocalizedText.EMPTY, List.of(), null, "");
        TypeDeclaration child = new TypeDeclaration("a_child", "parent", LocalizedText.EMPTY, List.of(), null, "");
        TypeDeclaration orphan = new TypeDeclaration("orphan", "loop", LocalizedText.EMPTY, List.of(), null, "");
        Schema schema = BOOK.assemble(RuleState.EMPTY.withTypes(List.of(child, loop, orphan, type("parent", "size"))))
                .schema();
        assertTrue(schema.isA("a_child", "parent"));
        assertTrue(schema.find("loop").isEmpty());
        assertTrue(schema.find("orphan").isEmpty());
    }

    @Test
    void everyRule_isCompiledOnce_howeverManyAreInForce() {
        List<RuleVersion> versions = new ArrayList<>();
        for (int i = 0; i < RuleState.MOST_VERSIONS; i++) {
            RuleVersion draft = RuleHistory.draft(RuleState.EMPTY, text("x/" + i, "size"), List.of(), NOW, "jo");
            versions.addAll(RuleHistory.publish(RuleState.EMPTY, draft, NOW));
        }
        RuleState state = RuleState.EMPTY.withVersions(versions);
        List<FitRule> first = BOOK.assemble(state).rules();
        List<FitRule> second = BOOK.assemble(state).rules();
        assertEquals(RuleState.MOST_VERSIONS + 1, first.size());
        for (int i = 0; i < first.size(); i++) {
            assertSame(first.get(i), second.get(i));
        }
    }

    private static FitRule compile(Schema schema, StatedRule rule) {
        RuleText text = rule.text();
        for (String type : List.of(text.hostType(), text.partType())) {
            if (!schema.attributes(type).containsKey(text.fits())) {
                throw new RuleFault("fits", type + " has no " + text.fits());
            }
        }
        SentenceTemplate sentence = new SentenceTemplate(LocalizedText.EMPTY);
        return new FitRule(
                text.id(),
                rule.version(),
                text.hostType(),
                text.partType(),
                yes(),
                yes(),
                List.of(),
                new Sentences(sentence, sentence, sentence),
                text.provenance(),
                text.certainty(),
                text.liftedBy());
    }

    private static CompiledExpression yes() {
        return new CompiledExpression() {
            @Override
            public String source() {
                return "true";
            }

            @Override
            public Set<String> hostReads() {
                return Set.of();
            }

            @Override
            public Set<String> partReads() {
                return Set.of();
            }

            @Override
            public Evaluation evaluate(Map<String, Object> host, Map<String, Object> part) {
                return new Evaluation.Known(true);
            }
        };
    }

    private static RuleText text(String id, String attribute) {
        return text(id, attribute, "tool", "pack");
    }

    private static RuleText text(String id, String attribute, String host, String part) {
        SentenceTexts sentences = new SentenceTexts(LocalizedText.EMPTY, LocalizedText.EMPTY, LocalizedText.EMPTY);
        return new RuleText(id, host, part, "true", attribute, List.of(), sentences, "test", Certainty.KNOWN, "");
    }

    private static TypeDeclaration type(String name, String... attributes) {
        return new TypeDeclaration(
                name,
                "",
                LocalizedText.EMPTY,
                Arrays.stream(attributes)
                        .map(key -> new AttributeDeclaration(
                                key, AttributeKind.TEXT, "", List.of(), Map.of(), LocalizedText.EMPTY, false))
                        .toList(),
                null,
                "");
    }
}
