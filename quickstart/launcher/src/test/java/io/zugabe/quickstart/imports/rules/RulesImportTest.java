package io.zugabe.quickstart.imports.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.ListRulesResponse;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.RuleTestResult;
import io.zugabe.catalog.v1.TryRuleRequest;
import io.zugabe.catalog.v1.TryRuleResponse;
import io.zugabe.catalog.v1.TypeChange;
import io.zugabe.catalog.v1.UpsertTypesRequest;
import io.zugabe.catalog.v1.UpsertTypesResponse;
import io.zugabe.kit.test.Proves;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Proves("O2")
class RulesImportTest {

    private static final String PACK = """
            pack: p
            version: "1"
            types:
              - {type: tap, name: {en: Tap}}
              - {type: hose, name: {en: Hose}}
              - {type: clamp, name: {en: Clamp}}
            rules:
              - {rule: thread, host: tap, part: hose, fits: "host.thraed == 1.0"}
              - {rule: width, host: hose, part: clamp, fits: "true"}
              - {rule: length, host: hose, part: clamp, fits: "true"}
            """;

    @TempDir
    private Path folder;

    @Test
    void dryRun_triesEveryRuleOverTheFilesOwnTypes_andStoresNothing() throws Exception {
        Server server =
                ServerBuilder.forPort(0).addService(new OnlyChecking()).build().start();
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        try {
            Path pack = Files.writeString(folder.resolve("p.yaml"), PACK);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertFalse(new RulesImport(channel, new PrintStream(out, true, StandardCharsets.UTF_8)).run(pack, false));
            assertEquals("""
                    Type tap would be declared.
                    Type hose would change: width: none -> number in mm.
                    %s:8: rule.fits: 1:6: undefined field 'thraed'
                    p/width: 1 of 2 tests passed.
                      "wide" expects FITS, the rule says UNKNOWN
                    p/length: 1 of 1 tests passed.
                      Compared 4 pairs of products.
                      No verdict would change.
                    Nothing was published: 2 rules are not sound.
                    """.formatted(pack), out.toString(StandardCharsets.UTF_8));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    @Test
    void testOfARuleThatTheFileLacks_isRefusedByItsLine() throws Exception {
        Server server =
                ServerBuilder.forPort(0).addService(new OnlyChecking()).build().start();
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        try {
            Path pack = Files.writeString(
                    folder.resolve("p.yaml"),
                    PACK + "tests:\n  - {rule: widht, name: w, host: {}, part: {}, verdict: UNKNOWN}\n");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertFalse(new RulesImport(channel, new PrintStream(out, true, StandardCharsets.UTF_8)).run(pack, false));
            assertEquals(
                    pack + ":12: the rule \"widht\" is none of this file's: thread, width, length\n",
                    out.toString(StandardCharsets.UTF_8));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    /** Has no tap, and a hose without its width; has no call that stores anything. */
    private static final class OnlyChecking extends RuleServiceGrpc.RuleServiceImplBase {

        private static final RuleTestResult PASSED =
                RuleTestResult.newBuilder().setPassed(true).build();

        @Override
        public void upsertTypes(UpsertTypesRequest request, StreamObserver<UpsertTypesResponse> answer) {
            assertTrue(request.getValidateOnly());
            answer(
                    answer,
                    UpsertTypesResponse.newBuilder()
                            .addChanges(TypeChange.newBuilder()
                                    .setType("tap")
                                    .setNewType(true)
                                    .addDifferences("name in en: none -> \"Tap\""))
                            .addChanges(TypeChange.newBuilder()
                                    .setType("hose")
                                    .addDifferences("width: none -> number in mm"))
                            .addChanges(TypeChange.newBuilder().setType("clamp"))
                            .build());
        }

        @Override
        public void listRules(ListRulesRequest request, StreamObserver<ListRulesResponse> answer) {
            answer(answer, ListRulesResponse.getDefaultInstance());
        }

        @Override
        public void tryRule(TryRuleRequest request, StreamObserver<TryRuleResponse> answer) {
            assertEquals(3, request.getTypesCount());
            TryRuleResponse.Builder tried = TryRuleResponse.newBuilder();
            switch (request.getRule().getRuleId()) {
                case "p/thread" ->
                    answer.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                            .setCode(Code.INVALID_ARGUMENT_VALUE)
                            .addDetails(Any.pack(BadRequest.newBuilder()
                                    .addFieldViolations(FieldViolation.newBuilder()
                                            .setField("rule.fits")
                                            .setDescription("1:6: undefined field 'thraed'"))
                                    .build()))
                            .build()));
                case "p/width" -> {
                    tried.addResultsBuilder()
                            .setFailure("expects FITS, the rule says UNKNOWN")
                            .getTestBuilder()
                            .setName("wide");
                    answer(answer, tried.addResults(PASSED).build());
                }
                default -> {
                    tried.getDryRunBuilder().setComparedPairCount(4);
                    answer(answer, tried.addResults(PASSED).build());
                }
            }
        }

        private static <T> void answer(StreamObserver<T> to, T message) {
            to.onNext(message);
            to.onCompleted();
        }
    }
}
