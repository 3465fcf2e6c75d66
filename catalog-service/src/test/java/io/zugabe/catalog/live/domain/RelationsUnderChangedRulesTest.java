package io.zugabe.catalog.live.domain;

import static io.zugabe.catalog.fit.domain.ToolShop.SCHEMA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.relation.adapter.RelationMessages;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a selector means is read by the types in force, whenever it was written. */
@Proves("O3")
class RelationsUnderChangedRulesTest {

    @Test
    void selector_isReadAgain_whenItsTypeChanges_andFollowersAreTold() throws InterruptedException {
        LiveCatalog catalog = new LiveCatalog(new RuleSet(SCHEMA, List.of(), "before"));
        catalog.apply(List.of(new Change.RelationWritten(
                1,
                RelationMessages.toRelation(Relation.newBuilder()
                        .setRelationId("r")
                        .setAnchor(ProductSelector.newBuilder().setType("drill"))
                        .setComplement(ProductSelector.newBuilder()
                                .setAttribute(AttributeMatch.newBuilder()
                                        .setType("pack")
                                        .setAttribute("platform")
                                        .setValue("18 V")))
                        .build()))));
        assertEquals("18 V", value(catalog));
        Follower follower = catalog.follow(10);
        catalog.useRules(new RuleSet(new Schema(List.of(pack())), List.of(), "after"));
        catalog.rebuildTable();
        assertEquals("A", value(catalog));
        LiveEvent.TableReplaced replaced = assertInstanceOf(LiveEvent.TableReplaced.class, follower.next(0));
        assertEquals(
                List.of(catalog.relations().get("r").value()),
                replaced.reread().stream()
                        .map(LiveEvent.RelationChanged::relation)
                        .toList());
        catalog.useRules(new RuleSet(SCHEMA, List.of(), "before"));
        catalog.rebuildTable();
        assertEquals("18 V", value(catalog));
    }

    private static String value(LiveCatalog catalog) {
        return ((Selector.ByAttributes) catalog.relations().get("r").value().complement())
                .wanted()
                .values()
                .iterator()
                .next();
    }

    private static TypeDeclaration pack() {
        return new TypeDeclaration(
                "pack",
                "",
                LocalizedText.EMPTY,
                List.of(new AttributeDeclaration(
                        "platform",
                        AttributeKind.TEXT,
                        "",
                        List.of("A", "B"),
                        Map.of("18 V", "A"),
                        LocalizedText.EMPTY,
                        false)),
                null,
                "test");
    }
}
