package io.zugabe.contracts;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contracts as the build compiled them, and their sources. */
final class Contract {

    static final Path SOURCES = Path.of("src/main/proto");
    private static final Path COMPILED = Path.of("target/generated-sources/grpc/descriptor_set.dsc");
    private static final String OURS = "zugabe/";

    private Contract() {}

    /** Descriptors of all files of ours, without those they import. */
    static FileDescriptorSet compiled() {
        try {
            FileDescriptorSet all = FileDescriptorSet.parseFrom(Files.readAllBytes(COMPILED));
            FileDescriptorSet.Builder ours = FileDescriptorSet.newBuilder();
            all.getFileList().stream()
                    .filter(file -> file.getName().startsWith(OURS))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .forEach(ours::addFile);
            return ours.build();
        } catch (IOException e) {
            throw new UncheckedIOException("the build has written no descriptor set", e);
        }
    }

    /** Paths of all sources, relative to {@link #SOURCES}, with forward slashes. */
    static List<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".proto"))
                    .map(file -> SOURCES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A message and where it stands. */
    record Message(String path, DescriptorProto descriptor) {}

    /** An enum and where it stands. */
    record Enumeration(String path, EnumDescriptorProto descriptor) {}

    /** All messages of a file, nested ones included, those behind map fields not. */
    static Stream<Message> messages(FileDescriptorProto file) {
        return file.getMessageTypeList().stream().flatMap(m -> messages(file.getPackage(), m));
    }

    /** All enums of a file, nested ones included. */
    static Stream<Enumeration> enums(FileDescriptorProto file) {
        Stream<Enumeration> top =
                file.getEnumTypeList().stream().map(e -> new Enumeration(file.getPackage() + "." + e.getName(), e));
        Stream<Enumeration> nested = messages(file)
                .flatMap(m -> m.descriptor().getEnumTypeList().stream()
                        .map(e -> new Enumeration(m.path() + "." + e.getName(), e)));
        return Stream.concat(top, nested);
    }

    private static Stream<Message> messages(String parent, DescriptorProto message) {
        if (message.getOptions().getMapEntry()) {
            return Stream.empty();
        }
        String path = parent + "." + message.getName();
        return Stream.concat(
                Stream.of(new Message(path, message)),
                message.getNestedTypeList().stream().flatMap(nested -> messages(path, nested)));
    }
}
