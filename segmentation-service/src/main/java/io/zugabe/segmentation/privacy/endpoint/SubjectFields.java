package io.zugabe.segmentation.privacy.endpoint;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a message names people: its fields called customer_id, customer_ids, visitor_id, visitor_ids, subject_id
 * and subject_key, and those of the messages in it, as deep as they go.
 */
final class SubjectFields {

    private static final Set<String> CUSTOMERS = Set.of("customer_id", "customer_ids", "subject_id");
    private static final Set<String> VISITORS = Set.of("visitor_id", "visitor_ids");

    /** A customer, or "v:" and a visitor. */
    private static final String KEY = "subject_key";

    private final List<FieldDescriptor> names;
    private final Map<FieldDescriptor, SubjectFields> below;

    private SubjectFields(List<FieldDescriptor> names, Map<FieldDescriptor, SubjectFields> below) {
        this.names = names;
        this.below = below;
    }

    /** The fields of messages of a type. */
    static SubjectFields of(Descriptor type) {
        return of(type, Set.of());
    }

    private static SubjectFields of(Descriptor type, Set<Descriptor> above) {
        List<FieldDescriptor> names = new ArrayList<>();
        Map<FieldDescriptor, SubjectFields> below = new HashMap<>();
        Set<Descriptor> path = new java.util.HashSet<>(above);
        path.add(type);
        for (FieldDescriptor field : type.getFields()) {
            if (field.getJavaType() == FieldDescriptor.JavaType.STRING
                    && (CUSTOMERS.contains(field.getName())
                            || VISITORS.contains(field.getName())
                            || KEY.equals(field.getName()))) {
                names.add(field);
            } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    && !field.isMapField()
                    && !path.contains(field.getMessageType())) {
                SubjectFields deeper = of(field.getMessageType(), path);
                if (!deeper.isEmpty()) {
                    below.put(field, deeper);
                }
            }
        }
        return new SubjectFields(List.copyOf(names), Map.copyOf(below));
    }

    boolean isEmpty() {
        return names.isEmpty() && below.isEmpty();
    }

    /** Adds the people that a message names. */
    void collect(Message message, Collection<Subject> people) {
        for (FieldDescriptor field : names) {
            if (field.isRepeated()) {
                ((List<?>) message.getField(field)).forEach(id -> add(field, String.valueOf(id), people));
            } else {
                add(field, String.valueOf(message.getField(field)), people);
            }
        }
        below.forEach((field, fields) -> {
            if (field.isRepeated()) {
                ((List<?>) message.getField(field)).forEach(each -> fields.collect((Message) each, people));
            } else if (message.hasField(field)) {
                fields.collect((Message) message.getField(field), people);
            }
        });
    }

    private static void add(FieldDescriptor field, String id, Collection<Subject> people) {
        if (id.isEmpty()) {
            return;
        }
        if (KEY.equals(field.getName())) {
            people.add(Subject.ofKey(id));
        } else {
            people.add(VISITORS.contains(field.getName()) ? Subject.visitor(id) : Subject.customer(id));
        }
    }
}
