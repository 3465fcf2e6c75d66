package io.zugabe.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the API's style that a machine can check. Each lists what breaks it. */
class StyleTest {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("zugabe\\.[a-z]+\\.v[1-9]\\d*");
    private static final Pattern SPAN_OF_TIME =
            Pattern.compile("(.*_)?(ms|millis|micros|nanos|seconds|secs|minutes|hours)");
    private static final Set<Type> NUMBERS = EnumSet.of(
            Type.TYPE_INT32,
            Type.TYPE_INT64,
            Type.TYPE_UINT32,
            Type.TYPE_UINT64,
            Type.TYPE_SINT32,
            Type.TYPE_SINT64,
            Type.TYPE_FIXED32,
            Type.TYPE_FIXED64,
            Type.TYPE_SFIXED32,
            Type.TYPE_SFIXED64,
            Type.TYPE_FLOAT,
            Type.TYPE_DOUBLE);

    private static List<FileDescriptorProto> files = List.of();

    @BeforeAll
    static void load() {
        files = Contract.compiled().getFileList();
        assertFalse(files.isEmpty(), "no contracts found");
        assertFalse(methods().toList().isEmpty(), "no calls found");
    }

    @Test
    void everySource_isCompiled() {
        assertEquals(
                Contract.sources(),
                files.stream().map(FileDescriptorProto::getName).toList());
    }

    @Test
    void package_isTheDirectory() {
        assertNone(files.stream()
                .filter(file -> !PACKAGE.matcher(file.getPackage()).matches()
                        || !file.getName().matches(file.getPackage().replace('.', '/') + "/[a-z0-9_]+\\.proto"))
                .map(file -> file.getName() + " has package " + file.getPackage()));
    }

    @Test
    void call_hasARequestAndAResponseOfItsOwn() {
        assertNone(methods()
                .filter(call -> !simple(call.getInputType()).equals(call.getName() + "Request")
                        || !simple(call.getOutputType()).equals(call.getName() + "Response"))
                .map(call -> call.getName() + "(" + call.getInputType() + ") returns " + call.getOutputType()));
        Map<String, Long> uses = methods()
                .flatMap(call -> Stream.of(call.getInputType(), call.getOutputType()))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        assertNone(uses.entrySet().stream()
                .filter(use -> use.getValue() > 1)
                .map(use -> use.getKey() + " is used by several calls"));
    }

    @Test
    void nothing_isEmpty() {
        assertNone(Stream.concat(
                        methods().flatMap(call -> Stream.of(call.getInputType(), call.getOutputType())),
                        fields().map(field -> field.descriptor().getTypeName()))
                .filter(type -> type.equals(".google.protobuf.Empty")));
    }

    @Test
    void spansOfTime_areDurations() {
        assertNone(fields().filter(field -> NUMBERS.contains(field.descriptor().getType()))
                .filter(field ->
                        SPAN_OF_TIME.matcher(field.descriptor().getName()).matches())
                .map(Field::path));
    }

    @Test
    void fields_areSnakeCase() {
        assertNone(fields().filter(field ->
                        !SNAKE_CASE.matcher(field.descriptor().getName()).matches())
                .map(Field::path));
    }

    @Test
    void times_endWithTime() {
        assertNone(fields().filter(field -> field.descriptor().getTypeName().equals(".google.protobuf.Timestamp"))
                .filter(field -> !field.descriptor().getName().matches("(.*_)?time"))
                .map(Field::path));
    }

    @Test
    void enums_areZeroUnspecifiedAndPrefixed() {
        assertNone(files.stream().flatMap(Contract::enums).flatMap(e -> enumViolations(e.path(), e.descriptor())));
    }

    @Test
    void lists_arePaged() {
        Map<String, DescriptorProto> messages = files.stream()
                .flatMap(Contract::messages)
                .collect(Collectors.toMap(m -> "." + m.path(), Contract.Message::descriptor));
        List<MethodDescriptorProto> lists = methods()
                .filter(call -> call.getName().startsWith("List") && !call.getServerStreaming())
                .toList();
        assertFalse(lists.isEmpty(), "no lists found");
        assertNone(lists.stream()
                .filter(list -> !isPaged(messages.get(list.getInputType()), messages.get(list.getOutputType())))
                .map(list -> list.getName() + ": page_size and page_token in the request, a repeated field 1 and"
                        + " next_page_token in the response"));
    }

    private record Field(String path, FieldDescriptorProto descriptor) {}

    private static Stream<Field> fields() {
        return files.stream()
                .flatMap(Contract::messages)
                .flatMap(message -> message.descriptor().getFieldList().stream()
                        .map(field -> new Field(message.path() + "." + field.getName(), field)));
    }

    private static Stream<MethodDescriptorProto> methods() {
        return files.stream()
                .map(FileDescriptorProto::getServiceList)
                .flatMap(Collection::stream)
                .flatMap(service -> service.getMethodList().stream());
    }

    private static Stream<String> enumViolations(String path, EnumDescriptorProto e) {
        String prefix = e.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT) + "_";
        boolean zero = e.getValue(0).getNumber() == 0 && e.getValue(0).getName().equals(prefix + "UNSPECIFIED");
        Stream<String> wrongZero =
                zero ? Stream.empty() : Stream.of(path + " must begin with " + prefix + "UNSPECIFIED");
        return Stream.concat(
                wrongZero,
                e.getValueList().stream()
                        .filter(value -> !value.getName().startsWith(prefix))
                        .map(value -> path + "." + value.getName() + " must begin with " + prefix));
    }

    private static boolean isPaged(DescriptorProto request, DescriptorProto response) {
        boolean results = response.getFieldList().stream()
                .anyMatch(field -> field.getNumber() == 1 && field.getLabel() == Label.LABEL_REPEATED);
        return results
                && has(request, "page_size", Type.TYPE_INT32)
                && has(request, "page_token", Type.TYPE_STRING)
                && has(response, "next_page_token", Type.TYPE_STRING);
    }

    private static boolean has(DescriptorProto message, String name, Type type) {
        return message.getFieldList().stream()
                .anyMatch(field -> field.getName().equals(name) && field.getType() == type);
    }

    private static String simple(String typeName) {
        return typeName.substring(typeName.lastIndexOf('.') + 1);
    }

    private static void assertNone(Stream<String> violations) {
        assertEquals(List.of(), violations.toList());
    }
}
