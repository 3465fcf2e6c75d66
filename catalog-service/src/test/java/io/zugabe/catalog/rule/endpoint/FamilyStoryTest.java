package io.zugabe.catalog.rule.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.list;
import static io.zugabe.catalog.product.endpoint.Samples.product;
import static io.zugabe.catalog.product.endpoint.Samples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.product.endpoint.CatalogStory;
import io.zugabe.catalog.v1.AttributeDeclaration;
import io.zugabe.catalog.v1.AttributeDeclaration.Kind;
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.DeleteProductRequest;
import io.zugabe.catalog.v1.DeleteTypeRequest;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.InterchangeFamily;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.PublishRuleRequest;
import io.zugabe.catalog.v1.RollbackRuleRequest;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.TypeDeclaration;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parts that replace one another, and parts that a maker names by GTIN. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves("O1")
class FamilyStoryTest extends CatalogStory {

    @Test
    void laterPartOfAFamily_servesWhereAnEarlierOneIsNamed_notTheOtherWayRound() {
        declare(List.of("Z1", "Z2", "Z3"));
        client.store(List.of(
                product("fs-old", "fs_vacuum").putAttributes("bags", list("Z1")).build(),
                product("fs-new", "fs_vacuum").putAttributes("bags", list("Z3")).build(),
                product("fs-z1", "fs_bag").putAttributes("bag", text("Z1")).build(),
                product("fs-z3", "fs_bag").putAttributes("bag", text("Z3")).build()));
        publish();
        assertEquals(Verdict.VERDICT_FITS, client.check("fs-old", "fs-z1").getVerdict());
        assertEquals(Verdict.VERDICT_FITS, client.check("fs-old", "fs-z3").getVerdict());
        assertEquals(Verdict.VERDICT_FITS, client.check("fs-new", "fs-z3").getVerdict());
        assertEquals(
                Verdict.VERDICT_DOES_NOT_FIT, client.check("fs-new", "fs-z1").getVerdict());
        assertEquals(
                List.of("Z1"),
                client.catalog()
                        .getProduct(GetProductRequest.newBuilder()
                                .setProductId("fs-old")
                                .build())
                        .getProduct()
                        .getAttributesOrThrow("bags")
                        .getList()
                        .getValuesList(),
                "a product keeps what it was sent with");
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, () -> declare(List.of("Z1")));
        assertTrue(String.valueOf(refused.getMessage()).contains("INVALID_ARGUMENT"), refused.getMessage());
        client.rules()
                .rollbackRule(RollbackRuleRequest.newBuilder()
                        .setRuleId("fs-bags/bag")
                        .setVersion("r1")
                        .build());
        forget("fs-old", "fs-new", "fs-z1", "fs-z3");
    }

    @Test
    void partThatAMakerNamesByGtin_fits_whateverTheRulesSay() {
        declare(List.of("Z1", "Z2", "Z3"));
        client.store(List.of(
                product("fs-gtin-host", "fs_vacuum")
                        .setGtin("4006381333931")
                        .putAttributes("bags", list("Z9"))
                        .build(),
                product("fs-gtin-part", "fs_bag")
                        .setGtin("012345678905")
                        .putAttributes("bag", text("Z8"))
                        .build()));
        client.rules()
                .upsertMakerStatements(UpsertMakerStatementsRequest.newBuilder()
                        .addStatements(MakerStatement.newBuilder()
                                .setStatementId("fs-by-gtin")
                                .addHosts(ProductSelector.newBuilder().setGtin("04006381333931"))
                                .addParts(ProductSelector.newBuilder().setGtin("0012345678905"))
                                .setVerdict(Verdict.VERDICT_FITS)
                                .setProvenance("Maker's list"))
                        .build());
        var answer = client.check("fs-gtin-host", "fs-gtin-part");
        assertEquals(Verdict.VERDICT_FITS, answer.getVerdict());
        assertEquals("fs-by-gtin", answer.getEvidence(0).getId());
        assertEquals(Verdict.VERDICT_FITS, answer.getEvidence(0).getVerdict());
        client.rules()
                .deleteMakerStatement(DeleteMakerStatementRequest.newBuilder()
                        .setStatementId("fs-by-gtin")
                        .build());
        forget("fs-gtin-host", "fs-gtin-part");
    }

    /** Other stories count what there is. */
    private void forget(String... products) {
        for (String product : products) {
            client.catalog()
                    .deleteProduct(DeleteProductRequest.newBuilder()
                            .setProductId(product)
                            .build());
        }
        for (String type : List.of("fs_vacuum", "fs_bag")) {
            client.rules()
                    .deleteType(DeleteTypeRequest.newBuilder().setType(type).build());
        }
    }

    private void declare(List<String> family) {
        client.rules()
                .upsertTypes(UpsertTypesRequest.newBuilder()
                        .addTypes(TypeDeclaration.newBuilder()
                                .setType("fs_vacuum")
                                .setName(name("Vacuum cleaner"))
                                .addAttributes(AttributeDeclaration.newBuilder()
                                        .setAttribute("bags")
                                        .setKind(Kind.KIND_LIST)
                                        .addFamilies(
                                                InterchangeFamily.newBuilder().addAllValues(family))))
                        .addTypes(TypeDeclaration.newBuilder()
                                .setType("fs_bag")
                                .setName(name("Bag"))
                                .addAttributes(AttributeDeclaration.newBuilder()
                                        .setAttribute("bag")
                                        .setKind(Kind.KIND_TEXT)))
                        .build());
    }

    private void publish() {
        Rule draft = client.rules()
                .createRule(CreateRuleRequest.newBuilder()
                        .setRule(Rule.newBuilder()
                                .setRuleId("fs-bags/bag")
                                .setHostType("fs_vacuum")
                                .setPartType("fs_bag")
                                .setFits("part.bag in host.bags")
                                .setFitsSentence(name("Takes {host.bags}."))
                                .setDoesNotFitSentence(name("Takes {host.bags}, not {part.bag}."))
                                .setProvenance("Maker's list"))
                        .build())
                .getRule();
        client.rules()
                .publishRule(PublishRuleRequest.newBuilder()
                        .setRuleId(draft.getRuleId())
                        .setVersion(draft.getVersion())
                        .build());
    }

    private static LocalizedText name(String english) {
        return LocalizedText.newBuilder().putTexts("en", english).build();
    }
}
