package io.zugabe.catalog.product.endpoint;

import static io.zugabe.catalog.product.endpoint.Samples.phone;
import static io.zugabe.catalog.product.endpoint.Samples.product;
import static io.zugabe.catalog.product.endpoint.Samples.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import com.google.type.Money;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.BatchGetProductsRequest;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.DeleteMakerStatementRequest;
import io.zugabe.catalog.v1.DeleteProductRequest;
import io.zugabe.catalog.v1.DeleteRelationRequest;
import io.zugabe.catalog.v1.GetProductRequest;
import io.zugabe.catalog.v1.ListAttributeGapsRequest;
import io.zugabe.catalog.v1.ListFittingRequest;
import io.zugabe.catalog.v1.ListMakerStatementsRequest;
import io.zugabe.catalog.v1.ListProductsRequest;
import io.zugabe.catalog.v1.ListRelationsRequest;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Rating;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.ReportMisfitRequest;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.embedded.EmbeddedServersResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every malformed request is refused with INVALID_ARGUMENT that names the field. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Proves({"O1", "O3"})
class MalformedRequestTest extends CatalogStory {

    @Test
    void call_malformed_namesItsField() {
        Map<String, Runnable> calls = new LinkedHashMap<>();
        calls.put("product_id", () -> client.catalog().getProduct(GetProductRequest.getDefaultInstance()));
        calls.put(
                "product_id ",
                () -> client.catalog()
                        .deleteProduct(DeleteProductRequest.newBuilder()
                                .setProductId("a b")
                                .build()));
        calls.put("product_ids", () -> client.catalog().batchGetProducts(BatchGetProductsRequest.getDefaultInstance()));
        calls.put(
                "product_ids[1]",
                () -> client.catalog()
                        .batchGetProducts(BatchGetProductsRequest.newBuilder()
                                .addProductIds("a")
                                .addProductIds("")
                                .build()));
        calls.put(
                "page_size",
                () -> client.catalog()
                        .listProducts(
                                ListProductsRequest.newBuilder().setPageSize(-1).build()));
        calls.put(
                "page_token",
                () -> client.catalog()
                        .listProducts(ListProductsRequest.newBuilder()
                                .setPageToken("x")
                                .build()));
        calls.put(
                "type",
                () -> client.catalog()
                        .listProducts(ListProductsRequest.newBuilder()
                                .setType("Phone!")
                                .build()));
        calls.put(
                "position",
                () -> client.catalog()
                        .watchCatalog(WatchCatalogRequest.newBuilder()
                                .setPosition("7")
                                .build())
                        .next());
        calls.put(
                "anchor_product_ids",
                () -> client.fit()
                        .checkFit(CheckFitRequest.newBuilder()
                                .addCandidateProductIds("a")
                                .build()));
        calls.put(
                "candidate_product_ids",
                () -> client.fit()
                        .checkFit(CheckFitRequest.newBuilder()
                                .addAllAnchorProductIds(ids(50))
                                .addAllCandidateProductIds(ids(101))
                                .build()));
        calls.put("anchor_product_id", () -> client.fit().listFitting(ListFittingRequest.getDefaultInstance()));
        calls.put(
                "verdicts[0]",
                () -> client.fit()
                        .listFitting(ListFittingRequest.newBuilder()
                                .setAnchorProductId("a")
                                .addVerdictsValue(77)
                                .build()));
        calls.put("relations", () -> client.relations().upsertRelations(UpsertRelationsRequest.getDefaultInstance()));
        calls.put("relation_id", () -> client.relations().deleteRelation(DeleteRelationRequest.getDefaultInstance()));
        calls.put(
                "page_size ",
                () -> client.relations()
                        .listRelations(ListRelationsRequest.newBuilder()
                                .setPageSize(1001)
                                .build()));
        calls.put(
                "page_token ",
                () -> client.rules()
                        .listTypes(ListTypesRequest.newBuilder()
                                .setPageToken("AAAA")
                                .build()));
        calls.put(
                "page_size  ",
                () -> client.rules()
                        .listRules(
                                ListRulesRequest.newBuilder().setPageSize(5000).build()));
        calls.put(
                "page_size   ",
                () -> client.rules()
                        .listMakerStatements(ListMakerStatementsRequest.newBuilder()
                                .setPageSize(-5)
                                .build()));
        calls.put(
                "type    ",
                () -> client.catalog()
                        .listAttributeGaps(ListAttributeGapsRequest.newBuilder()
                                .setType("phoen")
                                .build()));
        calls.put(
                "reporter",
                () -> client.disputes()
                        .reportMisfit(ReportMisfitRequest.newBuilder()
                                .setRequestId("q")
                                .setAnchorProductId("a")
                                .setCandidateProductId("b")
                                .build()));
        calls.put(
                "statements",
                () -> client.rules().upsertMakerStatements(UpsertMakerStatementsRequest.getDefaultInstance()));
        calls.put(
                "statement_id",
                () -> client.rules().deleteMakerStatement(DeleteMakerStatementRequest.getDefaultInstance()));
        calls.forEach((field, call) -> {
            Status status = StatusProto.fromThrowable(assertThrows(StatusRuntimeException.class, call::run, field));
            assertEquals(Set.of(field.strip()), fields(status), status::toString);
        });
    }

    @Test
    void product_malformed_namesItsField() {
        check("product_id", product -> product.setProductId("a b"));
        check("product_id", product -> product.setProductId("x".repeat(101)));
        check("type", product -> product.setType("Phone"));
        check("gtin", product -> product.setGtin("1234567890123"));
        check("brand", product -> product.setBrand("x".repeat(201)));
        check("name.texts", product -> product.clearName());
        check(
                "name.texts[e n]",
                product -> product.setName(LocalizedText.newBuilder().putTexts("e n", "x")));
        check("price", product -> product.clearPrice());
        check(
                "price.units",
                product -> product.setPrice(
                        Money.newBuilder().setCurrencyCode("EUR").setUnits(-1)));
        check(
                "price.nanos",
                product -> product.setPrice(
                        Money.newBuilder().setCurrencyCode("EUR").setNanos(-1)));
        check(
                "price.currency_code",
                product -> product.setPrice(Money.newBuilder().setCurrencyCode("€")));
        check(
                "price.currency_code",
                product -> product.setPrice(Money.newBuilder().setCurrencyCode("CHF")));
        check(
                "price.units",
                product -> product.setPrice(
                        Money.newBuilder().setCurrencyCode("EUR").setUnits(100_000_001)));
        check(
                "cost.currency_code",
                product -> product.setCost(Money.newBuilder().setCurrencyCode("USD")));
        check(
                "cost.units",
                product -> product.setCost(
                        Money.newBuilder().setCurrencyCode("EUR").setUnits(Long.MAX_VALUE)));
        check("stock", product -> product.setStock(-1));
        check("rating.average", product -> product.setRating(Rating.newBuilder().setAverage(5.1)));
        check("rating.average", product -> product.setRating(Rating.newBuilder().setAverage(Double.NaN)));
        check("rating.count", product -> product.setRating(Rating.newBuilder().setCount(-1)));
        check("category_path", product -> product.addAllCategoryPath(ids(11)));
        check("category_path[0]", product -> product.addCategoryPath(""));
        check("image_urls[0]", product -> product.addImageUrls("/pictures/1.jpg"));
        check("image_urls[0]", product -> product.addImageUrls("ftp://example.org/1.jpg"));
        check("attributes[No]", product -> product.putAttributes("No", text("x")));
        check("attributes[colour]", product -> product.putAttributes("colour", AttributeValue.getDefaultInstance()));
        check("attributes[charge_power]", product -> product.putAttributes("charge_power", text("45 V")));
        check("attributes[charge_power]", product -> product.putAttributes("charge_power", number(Double.NaN, "W")));
        check("attributes[ports]", product -> product.putAttributes("ports", text("USB-Q")));
        check("attributes[other]", product -> product.putAttributes("other", range(2, 1)));
        Product several = product("x", "phone").setStock(-1).clearPrice().build();
        assertEquals(Set.of("stock", "price"), fields(upsert(several)));
    }

    @Test
    void price_inAnotherCurrency_namesFieldValueAndTheShopsCurrency() {
        Money francs = Money.newBuilder().setCurrencyCode("CHF").setUnits(9).build();
        assertEquals(
                "price.currency_code: \"CHF\" must be \"EUR\", the shop's currency",
                upsert(product("x", "phone").setPrice(francs).build()).getMessage());
        assertEquals(
                "cost.currency_code: \"CHF\" must be \"EUR\", the shop's currency",
                upsert(product("x", "phone").setCost(francs).build()).getMessage());
    }

    @Test
    void relation_malformed_namesItsField() {
        checkRelation("relation_id", relation -> relation.setRelationId(""));
        checkRelation("anchor", relation -> relation.clearAnchor());
        checkRelation(
                "complement.type",
                relation -> relation.setComplement(ProductSelector.newBuilder().setType("A")));
        checkRelation(
                "complement.gtin",
                relation -> relation.setComplement(ProductSelector.newBuilder().setGtin("1")));
        checkRelation(
                "complement.category",
                relation -> relation.setComplement(ProductSelector.newBuilder().setCategory("A > ")));
        checkRelation(
                "complement.attribute.value",
                relation -> relation.setComplement(ProductSelector.newBuilder()
                        .setAttribute(
                                AttributeMatch.newBuilder().setType("phone").setAttribute("charge_power"))));
        checkRelation(
                "complement.attribute.attribute",
                relation -> relation.setComplement(byAttribute("phone", "charge_powr", "20 W")));
        checkRelation(
                "anchor.attribute.value", relation -> relation.setAnchor(byAttribute("phone", "charge_power", "20 V")));
        checkRelation("need", relation -> relation.setNeed("Power!"));
        checkRelation("strength", relation -> relation.setStrength(1.5));
        checkRelation("strength", relation -> relation.setStrength(Double.NaN));
        checkRelation(
                "delay", relation -> relation.setDelay(Duration.newBuilder().setSeconds(5)));
        checkRelation(
                "delay",
                relation -> relation.setTiming(Relation.Timing.TIMING_AFTER)
                        .setDelay(Duration.newBuilder().setSeconds(-5)));
        checkRelation("timing", relation -> relation.setTimingValue(9));
        checkRelation("origin", relation -> relation.setOriginValue(9));
    }

    @Test
    void statement_malformed_namesItsField() {
        checkStatement("statement_id", statement -> statement.setStatementId("ä"));
        checkStatement("hosts", statement -> statement.clearHosts());
        checkStatement("parts[1]", statement -> statement.addParts(ProductSelector.getDefaultInstance()));
        checkStatement(
                "hosts[1].category",
                statement -> statement.addHosts(ProductSelector.newBuilder().setCategory("A")));
        checkStatement(
                "hosts[1].type",
                statement -> statement.addHosts(ProductSelector.newBuilder().setType("phoen")));
        checkStatement("hosts[1].attribute.type", statement -> statement.addHosts(byAttribute("phoen", "model", "X")));
        checkStatement(
                "parts[1].attribute.attribute",
                statement -> statement.addParts(byAttribute("phone", "charge_powr", "20 W")));
        checkStatement(
                "parts[1].attribute.value",
                statement -> statement.addParts(byAttribute("phone", "charge_power", "1,500 W")));
        checkStatement("verdict", statement -> statement.setVerdict(Verdict.VERDICT_UNKNOWN));
        checkStatement("verdict", statement -> statement.setVerdictValue(9));
        checkStatement("limits", statement -> statement.setVerdict(Verdict.VERDICT_FITS_WITH_LIMITS));
        checkStatement("provenance", statement -> statement.clearProvenance());
    }

    private static ProductSelector.Builder byAttribute(String type, String attribute, String value) {
        return ProductSelector.newBuilder()
                .setAttribute(AttributeMatch.newBuilder()
                        .setType(type)
                        .setAttribute(attribute)
                        .setValue(value));
    }

    private void check(String field, Consumer<Product.Builder> change) {
        Product.Builder product = phone("malformed", "USB-C").toBuilder();
        change.accept(product);
        assertEquals(Set.of(field), fields(upsert(product.build())));
    }

    private Status upsert(Product product) {
        return client.upsert(List.of(List.of(product))).getFirst().getResults(0).getStatus();
    }

    private void checkRelation(String field, Consumer<Relation.Builder> change) {
        Relation.Builder relation = Relation.newBuilder()
                .setRelationId("r")
                .setAnchor(ProductSelector.newBuilder().setType("phone"))
                .setComplement(ProductSelector.newBuilder().setType("usb_cable"));
        change.accept(relation);
        assertEquals(
                Set.of(field),
                fields(client.relations()
                        .upsertRelations(UpsertRelationsRequest.newBuilder()
                                .addRelations(relation)
                                .build())
                        .getResults(0)));
    }

    @Test
    void relation_ofAMistypedType_isRefusedWithTheClosestTypes() {
        Relation relation = Relation.newBuilder()
                .setRelationId("r")
                .setAnchor(ProductSelector.newBuilder().setType("usb_devise"))
                .setComplement(ProductSelector.newBuilder().setType("usb_cable"))
                .build();
        Status refused = client.relations()
                .upsertRelations(UpsertRelationsRequest.newBuilder()
                        .addRelations(relation)
                        .build())
                .getResults(0);
        assertEquals(Set.of("anchor.type"), fields(refused));
        assertTrue(refused.getMessage().contains("closest among the declared types: usb_device"), refused::getMessage);
    }

    @Test
    void relation_ofAProductToItself_isRefused() {
        checkRelation(
                "complement.product_id",
                relation -> relation.setAnchor(ProductSelector.newBuilder().setProductId("em-2"))
                        .setComplement(ProductSelector.newBuilder().setProductId("em-2")));
        checkRelation(
                "complement.gtin",
                relation -> relation.setAnchor(ProductSelector.newBuilder().setGtin("4006381333931"))
                        .setComplement(ProductSelector.newBuilder().setGtin("4006381333931")));
    }

    @Test
    void listFitting_ofAMistypedType_isRefusedWithTheClosestTypes() {
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class,
                () -> client.fit()
                        .listFitting(ListFittingRequest.newBuilder()
                                .setAnchorProductId("any")
                                .setType("usb_devise")
                                .build()));
        assertEquals(io.grpc.Status.Code.INVALID_ARGUMENT, refused.getStatus().getCode());
        assertTrue(String.valueOf(refused.getMessage()).contains("usb_device"), refused::getMessage);
    }

    private void checkStatement(String field, Consumer<MakerStatement.Builder> change) {
        MakerStatement.Builder statement = MakerStatement.newBuilder()
                .setStatementId("s")
                .addHosts(ProductSelector.newBuilder().setType("phone"))
                .addParts(ProductSelector.newBuilder().setType("usb_cable"))
                .setVerdict(Verdict.VERDICT_FITS)
                .setProvenance("page");
        change.accept(statement);
        assertEquals(
                Set.of(field),
                fields(client.rules()
                        .upsertMakerStatements(UpsertMakerStatementsRequest.newBuilder()
                                .addStatements(statement)
                                .build())
                        .getResults(0)));
    }

    private static Set<String> fields(Status status) {
        assertEquals(Code.INVALID_ARGUMENT_VALUE, status.getCode(), status::toString);
        Set<String> fields = new TreeSet<>();
        boolean info = false;
        try {
            for (Any detail : status.getDetailsList()) {
                if (detail.is(BadRequest.class)) {
                    detail.unpack(BadRequest.class)
                            .getFieldViolationsList()
                            .forEach(violation -> fields.add(violation.getField()));
                } else if (detail.is(ErrorInfo.class)) {
                    info = detail.unpack(ErrorInfo.class).getDomain().equals("catalog.zugabe.io");
                }
            }
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
        assertTrue(info, status::toString);
        return fields;
    }

    private static List<String> ids(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> "id" + i)
                .toList();
    }

    private static AttributeValue number(double value, String unit) {
        return AttributeValue.newBuilder()
                .setNumber(Quantity.newBuilder().setValue(value).setUnit(unit))
                .build();
    }

    private static AttributeValue range(double min, double max) {
        return AttributeValue.newBuilder()
                .setRange(QuantityRange.newBuilder().setMin(min).setMax(max))
                .build();
    }
}
