package io.zugabe.quickstart.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.ListTypesRequest;
import io.zugabe.catalog.v1.ListTypesResponse;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.catalog.v1.UpsertTypesResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./zugabe call} knows, and who it says is calling. */
class CallsTest {

    private static final Path CONTRACTS = Path.of("../../contracts/src/main/proto/zugabe");
    private static final Pattern SERVICE = Pattern.compile("(?m)^service (\\w+)");
    private static final Metadata.Key<String> ACTOR =
            Metadata.Key.of("x-zugabe-actor", Metadata.ASCII_STRING_MARSHALLER);

    @TempDir
    Path folder;

    @Test
    void everyServiceOfTheContracts_isKnown() throws IOException {
        TreeSet<String> written = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CONTRACTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".proto")).toList()) {
                Matcher service = SERVICE.matcher(Files.readString(file));
                while (service.find()) {
                    written.add(service.group(1));
                }
            }
        }
        // a probe of every server, no business of a shop
        written.remove("ProbeService");
        assertTrue(written.contains("DisputeService"), written.toString());
        assertEquals(
                written,
                PublicCalls.services().stream()
                        .map(ServiceDescriptor::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void call_isFoundByShortAndByFullName() {
        PublicCalls calls = new PublicCalls();
        assertEquals(
                "ReportMisfit",
                calls.find("catalog.DisputeService/ReportMisfit").getName());
        assertEquals(Room.CATALOG, PublicCalls.room(calls.find("zugabe.catalog.v1.DisputeService/ReportMisfit")));
    }

    @Test
    void streamOfRequests_isRefusedWithWhatToUseInstead() {
        String problem = assertThrows(
                        StartFailure.class, () -> new PublicCalls().find("catalog.CatalogService/PatchOffers"))
                .getMessage();
        assertTrue(problem.contains("a stream of requests"), problem);
        assertTrue(problem.contains("./zugabe import offers FILE"), problem);
    }

    @Test
    void streamOfRequestsWithoutAnImport_isSentTheOneRequest() {
        assertEquals(
                "RecordFeedback",
                new PublicCalls()
                        .find("recommendation.FeedbackService/RecordFeedback")
                        .getName());
    }

    @Test
    void unknownCall_isRefusedWithThoseThereAre() {
        String problem = assertThrows(StartFailure.class, () -> new PublicCalls().find("catalog.FitService/Check"))
                .getMessage();
        assertTrue(problem.contains("is none of the calls"), problem);
        assertTrue(problem.contains("\n  catalog.DisputeService/ReportMisfit\n"), problem);
        assertFalse(problem.contains("PatchOffers"), problem);
    }

    @Test
    void actor_isSentByCallAndByTheImportOfRules() throws Exception {
        List<String> actors = new CopyOnWriteArrayList<>();
        Server server = ServerBuilder.forPort(0)
                .addService(new Rules())
                .intercept(new Listening(actors))
                .build()
                .start();
        try {
            String portBase = String.valueOf(server.getPort() - Room.CATALOG.number());
            Path pack = folder.resolve("pack.yaml");
            Files.writeString(pack, "pack: p\nversion: \"1\"\ntypes: [{type: lamp}]\n");
            assertEquals(
                    0, Zugabe.run("call", "--port-base", portBase, "--actor", "Eve", "catalog.RuleService/ListTypes"));
            assertEquals(0, Zugabe.run("import", "--port-base", portBase, "--actor", "Ada", "rules", pack.toString()));
            assertEquals(List.of("Eve", "Ada"), actors);
        } finally {
            server.shutdownNow();
        }
    }

    private static final class Rules extends RuleServiceGrpc.RuleServiceImplBase {

        @Override
        public void listTypes(ListTypesRequest request, StreamObserver<ListTypesResponse> answer) {
            answer.onNext(ListTypesResponse.getDefaultInstance());
            answer.onCompleted();
        }

        @Override
        public void upsertTypes(UpsertTypesRequest request, StreamObserver<UpsertTypesResponse> answer) {
            answer.onNext(UpsertTypesResponse.getDefaultInstance());
            answer.onCompleted();
        }
    }

    private record Listening(List<String> actors) implements ServerInterceptor {

        @Override
        public <A, B> ServerCall.Listener<A> interceptCall(
                ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
            actors.add(String.valueOf(headers.get(ACTOR)));
            return next.startCall(call, headers);
        }
    }
}
