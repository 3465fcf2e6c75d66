package io.zugabe.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Clients of the last release go on working. When a release is made, record its contracts with
 * {@code mvn -pl contracts test -Dtest=CompatibilityTest -Dcontracts.release=true} and commit the file.
 */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("src/test/resources/released/zugabe-v1.desc");

    @Test
    void contracts_breakNothingReleased() throws IOException {
        FileDescriptorSet current = Contract.compiled();
        assertFalse(current.getFileList().isEmpty(), "no contracts found");
        if (Boolean.getBoolean("contracts.release")) {
            Files.createDirectories(RELEASED.getParent());
            Files.write(RELEASED, current.toByteArray());
        }
        FileDescriptorSet released = FileDescriptorSet.parseFrom(Files.readAllBytes(RELEASED));
        assertFalse(released.getFileList().isEmpty(), "no released contracts found");
        assertEquals(List.of(), Breaks.between(released, current), "what clients of the last release depend on");
    }

    @Test
    void addition_isNoBreak() {
        assertEquals(List.of(), breaksAfter(message -> message.addField(field("extra", 9))));
    }

    @Test
    void changes_areFound() {
        assertBreak("is gone", message -> message.removeField(0));
        assertBreak("is gone", message -> message.getFieldBuilder(0).setNumber(5));
        assertBreak("TYPE_INT64", message -> message.getFieldBuilder(0).setType(Type.TYPE_INT64));
        assertBreak("LABEL_REPEATED", message -> message.getFieldBuilder(0).setLabel(Label.LABEL_REPEATED));
        assertBreak("renamed", message -> message.getFieldBuilder(0).setName("renamed"));
        assertBreak("is gone", message -> message.setName("Other"));
    }

    private static void assertBreak(String expected, Consumer<DescriptorProto.Builder> change) {
        List<String> breaks = breaksAfter(change);
        assertFalse(breaks.isEmpty());
        assertTrue(breaks.getFirst().contains(expected), breaks::toString);
    }

    private static List<String> breaksAfter(Consumer<DescriptorProto.Builder> change) {
        DescriptorProto released = DescriptorProto.newBuilder()
                .setName("Thing")
                .addField(field("name", 1))
                .build();
        DescriptorProto.Builder changed = released.toBuilder();
        change.accept(changed);
        return Breaks.between(contract(released), contract(changed.build()));
    }

    private static FieldDescriptorProto field(String name, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setType(Type.TYPE_STRING)
                .setLabel(Label.LABEL_OPTIONAL)
                .build();
    }

    private static FileDescriptorSet contract(DescriptorProto message) {
        return FileDescriptorSet.newBuilder()
                .addFile(FileDescriptorProto.newBuilder()
                        .setName("zugabe/thing/v1/thing.proto")
                        .setPackage("zugabe.thing.v1")
                        .addMessageType(message))
                .build();
    }
}
