package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.AttributeDeclaration;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.ListTypesResponse;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductType;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.kit.test.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("O3")
class DeclaredTypesTest {

    @Test
    void typosOfTypesAndAttributes_areToldOnce_andOtherTypesAreNot() throws Exception {
        Server server =
                ServerBuilder.forPort(0).addService(new OneType()).build().start();
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        try {
            DeclaredTypes types = DeclaredTypes.of(channel);
            assertEquals(
                    List.of(
                            "the attribute \"baskett\" is none that espresso_machine declares, so no rule reads it; did you"
                                    + " mean \"basket\"? (told for the first line that has it)"),
                    types.remarks(product("espresso_machine", "baskett")));
            assertEquals(List.of(), types.remarks(product("espresso_machine", "baskett")));
            assertEquals(List.of(), types.remarks(product("espresso_machine", "basket")));
            assertEquals(
                    List.of("the type \"espresso_machin\" is declared by nobody, so no rule is about it; did you mean"
                            + " \"espresso_machine\"? (told for the first line that has it)"),
                    types.remarks(product("espresso_machin", "basket")));
            assertEquals(List.of(), types.remarks(product("tea_cosy", "basket")));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private static Product product(String type, String attribute) {
        return Product.newBuilder()
                .setType(type)
                .putAttributes(
                        attribute, AttributeValue.newBuilder().setText("58 mm").build())
                .build();
    }

    private static final class OneType extends RuleServiceGrpc.RuleServiceImplBase {

        @Override
        public void listTypes(ListTypesRequest request, StreamObserver<ListTypesResponse> answer) {
            answer.onNext(ListTypesResponse.newBuilder()
                    .addTypes(ProductType.newBuilder()
                            .setType("espresso_machine")
                            .addAttributes(AttributeDeclaration.newBuilder().setAttribute("basket")))
                    .build());
            answer.onCompleted();
        }
    }
}
