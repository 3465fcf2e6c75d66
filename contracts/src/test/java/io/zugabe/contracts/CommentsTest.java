package io.zugabe.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import io.zugabe.contracts.ProtoSource.Declaration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every element of the API says what it is. */
class CommentsTest {

    @Test
    void everyElement_isCommented() throws IOException {
        List<String> bare = new ArrayList<>();
        List<FileDescriptorProto> files = Contract.compiled().getFileList();
        assertFalse(files.isEmpty(), "no contracts found");
        for (FileDescriptorProto file : files) {
            List<Declaration> declarations = ProtoSource.declarations(Contract.SOURCES.resolve(file.getName()));
            assertEquals(
                    elements(file),
                    declarations.size(),
                    () -> file.getName() + ": a declaration could not be read; write one a line. Read: "
                            + declarations);
            declarations.stream()
                    .filter(declaration -> !declaration.commented())
                    .forEach(declaration ->
                            bare.add(file.getName() + ":" + declaration.line() + " " + declaration.text()));
        }
        assertEquals(List.of(), bare, "elements without a comment right above them");
    }

    @Test
    void uncommented_isFound() {
        List<Declaration> found = ProtoSource.declarations(List.of(
                "// A thing.",
                "message Thing {",
                "  // Its name.",
                "  string name = 1;",
                "",
                "  int32 size = 2;",
                "}"));
        assertEquals(
                List.of(true, true, false),
                found.stream().map(Declaration::commented).toList());
    }

    private static long elements(FileDescriptorProto file) {
        long messages = Contract.messages(file)
                .mapToLong(message -> 1 + members(message.descriptor()))
                .sum();
        long enums = Contract.enums(file)
                .mapToLong(e -> 1 + e.descriptor().getValueCount())
                .sum();
        long services = file.getServiceList().stream()
                .mapToLong(s -> 1 + s.getMethodCount())
                .sum();
        return messages + enums + services;
    }

    /** Fields and oneofs; an optional field has a oneof that nobody wrote. */
    private static long members(DescriptorProto message) {
        long implied = message.getFieldList().stream()
                .filter(field -> field.getProto3Optional())
                .count();
        return message.getFieldCount() + message.getOneofDeclCount() - implied;
    }
}
