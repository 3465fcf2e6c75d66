package io.zugabe.contracts;

import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client of a released contract would trip over in a later one: everything that a client can
 * depend on is written as one line ("field zugabe.….Money.units #1" → "int64 …"), and a released line that is
 * missing or different is a break. Additions break nobody.
 */
final class Breaks {

    private Breaks() {}

    /** The breaks, one sentence each; empty if there are none. */
    static List<String> between(FileDescriptorSet released, FileDescriptorSet current) {
        Map<String, String> now = promises(current);
        return promises(released).entrySet().stream()
                .filter(promise -> !promise.getValue().equals(now.get(promise.getKey())))
                .map(promise -> promise.getKey() + " was released as \"" + promise.getValue() + "\" and is "
                        + (now.containsKey(promise.getKey()) ? "\"" + now.get(promise.getKey()) + "\"" : "gone"))
                .toList();
    }

    private static Map<String, String> promises(FileDescriptorSet contract) {
        Map<String, String> promises = new TreeMap<>();
        for (FileDescriptorProto file : contract.getFileList()) {
            Contract.messages(file).forEach(message -> addMessage(promises, message));
            Contract.enums(file).forEach(e -> addEnum(promises, e.path(), e.descriptor()));
            file.getServiceList().forEach(service -> {
                String path = file.getPackage() + "." + service.getName();
                promises.put("service " + path, "");
                service.getMethodList()
                        .forEach(call -> promises.put("call " + path + "/" + call.getName(), signature(call)));
            });
        }
        return promises;
    }

    private static void addMessage(Map<String, String> promises, Contract.Message message) {
        promises.put("message " + message.path(), "");
        message.descriptor()
                .getFieldList()
                .forEach(field -> promises.put(
                        "field " + message.path() + " #" + field.getNumber(),
                        field.getName() + ": " + type(message, field)));
    }

    private static void addEnum(Map<String, String> promises, String path, EnumDescriptorProto descriptor) {
        promises.put("enum " + path, "");
        descriptor
                .getValueList()
                .forEach(value -> promises.put("value " + path + " #" + value.getNumber(), value.getName()));
    }

    /** Maps are told by their entries; members of a oneof cannot leave it, nor others come in. */
    private static String type(Contract.Message message, FieldDescriptorProto field) {
        String name = field.getTypeName();
        String entry = message.descriptor().getNestedTypeList().stream()
                .filter(nested -> nested.getOptions().getMapEntry())
                .filter(nested -> name.equals("." + message.path() + "." + nested.getName()))
                .map(nested ->
                        "map<" + type(message, nested.getField(0)) + ", " + type(message, nested.getField(1)) + ">")
                .findFirst()
                .orElse(name);
        String oneof = field.hasOneofIndex() && !field.getProto3Optional()
                ? " in oneof "
                        + message.descriptor()
                                .getOneofDecl(field.getOneofIndex())
                                .getName()
                : "";
        return field.getLabel() + " " + field.getType() + " " + entry
                + (field.getProto3Optional() ? " with presence" : "") + oneof;
    }

    private static String signature(MethodDescriptorProto call) {
        return (call.getClientStreaming() ? "stream " : "") + call.getInputType() + " → "
                + (call.getServerStreaming() ? "stream " : "") + call.getOutputType();
    }
}
