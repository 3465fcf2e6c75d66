package io.zugabe.quickstart.launcher;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.zugabe.quickstart.imports.Actor;
import io.zugabe.quickstart.imports.NotUp;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./zugabe call SERVICE/METHOD JSON}: one gRPC call for machines without grpcurl. The request is
 * JSON as protobuf defines it; a streaming answer is printed message by message until it ends, or the
 * time is over.
 */
@Command(name = "call", description = "Makes one gRPC call, for instance catalog.FitService/CheckFit '{…}'.")
final class CallCommand implements Callable<Integer> {

    private static final TypeRegistry ERROR_DETAILS = TypeRegistry.newBuilder()
            .add(ErrorInfo.getDescriptor())
            .add(BadRequest.getDescriptor())
            .add(PreconditionFailure.getDescriptor())
            .add(RetryInfo.getDescriptor())
            .build();

    @Option(names = "--port-base", defaultValue = "9000", description = "As given to up.")
    private int portBase;

    @Option(names = "--seconds", defaultValue = "10", description = "Deadline of the call.")
    private int seconds;

    @Option(names = "--actor", description = "Who makes the call (x-zugabe-actor); kept with what it changes.")
    private String actor = "";

    @Parameters(index = "0", paramLabel = "SERVICE/METHOD", description = "For instance catalog.FitService/CheckFit.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "JSON", defaultValue = "{}", description = "The request.")
    private String json = "{}";

    @Override
    public Integer call() throws InvalidProtocolBufferException {
        MethodDescriptor method = new PublicCalls().find(name);
        DynamicMessage request = CallRequest.read(json, method.getInputType());
        Ports ports = new Ports(portBase);
        NotUp.check(portBase, ports.grpc(PublicCalls.room(method)));
        ManagedChannel channel = ManagedChannelBuilder.forTarget(ports.target(PublicCalls.room(method)))
                .usePlaintext()
                .maxInboundMessageSize(64 * 1024 * 1024)
                .build();
        try {
            CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(seconds, TimeUnit.SECONDS);
            Channel calls = actor.isEmpty() ? channel : ClientInterceptors.intercept(channel, Actor.named(actor));
            Iterator<DynamicMessage> responses =
                    ClientCalls.blockingServerStreamingCall(calls, grpc(method), options, request);
            while (responses.hasNext()) {
                System.out.println(JsonFormat.printer().print(responses.next()));
            }
            return 0;
        } catch (StatusRuntimeException e) {
            System.err.println(describe(e));
            return 1;
        } finally {
            channel.shutdownNow();
        }
    }

    private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> grpc(MethodDescriptor method) {
        return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
                .setFullMethodName(io.grpc.MethodDescriptor.generateFullMethodName(
                        method.getService().getFullName(), method.getName()))
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
    }

    private static String describe(StatusRuntimeException failure) throws InvalidProtocolBufferException {
        Status status = StatusProto.fromThrowable(failure);
        String headline =
                failure.getStatus().getCode() + ": " + failure.getStatus().getDescription();
        return status == null || status.getDetailsCount() == 0
                ? headline
                : headline + "\n"
                        + JsonFormat.printer().usingTypeRegistry(ERROR_DETAILS).print(status);
    }
}
