package io.zugabe.quickstart.imports.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import io.zugabe.catalog.v1.CreateRuleRequest;
import io.zugabe.catalog.v1.CreateRuleResponse;
import io.zugabe.catalog.v1.DryRunRuleRequest;
import io.zugabe.catalog.v1.DryRunRuleResponse;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.ListRulesResponse;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.catalog.v1.TestRulesRequest;
import io.zugabe.catalog.v1.TestRulesResponse;
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
              - {rule: thread, host: tap, part: hose, fits: "true"}
              - {rule: width, host: hose, part: clamp, fits: "true"}
            """;

    @TempDir
    private Path folder;

    @Test
    void dryRun_declaresNothing_andNamesWhatItCouldNotTry() throws Exception {
        Server server =
                ServerBuilder.forPort(0).addService(new OnlyChecking()).build().start();
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        try {
            Path pack = Files.writeString(folder.resolve("p.yaml"), PACK);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertTrue(new RulesImport(channel, new PrintStream(out, true, StandardCharsets.UTF_8)).run(pack, false));
            assertEquals("""
                    Type tap would be declared.
                    Type hose would change: width: none -> number in mm.
                    p/thread could not be tried: the file's tap and hose are not declared yet.
                    Created p/width r1 as a draft.
                    p/width r1: 0 of 0 tests passed.
                      Compared 0 pairs of products.
                      No verdict would change.
                    Nothing was declared or published, as asked; the drafts are kept. 1 rule was not tried, because types\
                     are not declared yet.
                    """, out.toString(StandardCharsets.UTF_8));
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    /** Has no tap, and a hose without its width. */
    private static final class OnlyChecking extends RuleServiceGrpc.RuleServiceImplBase {

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
        public void createRule(CreateRuleRequest request, StreamObserver<CreateRuleResponse> answer) {
            if (request.getRule().getHostType().equals("tap")) {
                answer.onError(StatusProto.toStatusRuntimeException(Status.newBuilder()
                        .setCode(Code.INVALID_ARGUMENT_VALUE)
                        .addDetails(Any.pack(BadRequest.newBuilder()
                                .addFieldViolations(FieldViolation.newBuilder()
                                        .setField("rule.host_type")
                                        .setDescription("\"tap\" is not declared"))
                                .build()))
                        .build()));
                return;
            }
            CreateRuleResponse.Builder created = CreateRuleResponse.newBuilder().setRule(request.getRule());
            created.getRuleBuilder().setVersion("r1");
            answer(answer, created.build());
        }

        @Override
        public void testRules(TestRulesRequest request, StreamObserver<TestRulesResponse> answer) {
            answer(answer, TestRulesResponse.getDefaultInstance());
        }

        @Override
        public void dryRunRule(DryRunRuleRequest request, StreamObserver<DryRunRuleResponse> answer) {
            answer(answer, DryRunRuleResponse.getDefaultInstance());
        }

        private static <T> void answer(StreamObserver<T> to, T message) {
            to.onNext(message);
            to.onCompleted();
        }
    }
}
