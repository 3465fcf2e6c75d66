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
 * Where a message names people: its fields called customer_id, customer_ids, visitor_id and
 * subject_id, and those of the messages in it, as deep as they go.
 */
final class SubjectFields {

    private static final Set<String> CUSTOMERS = Set.of("customer_id", "customer_ids", "subject_id");
    private static final Set<String> VISITORS = Set.of("visitor_id", "visitor_ids");

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
                    && (CUSTOMERS.contains(field.getName()) || VISITORS.contains(field.getName()))) {
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
            boolean visitor = VISITORS.contains(field.getName());
            if (field.isRepeated()) {
                ((List<?>) message.getField(field)).forEach(id -> add(String.valueOf(id), visitor, people));
            } else {
                add(String.valueOf(message.getField(field)), visitor, people);
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

    private static void add(String id, boolean visitor, Collection<Subject> people) {
        if (!id.isEmpty()) {
            people.add(visitor ? Subject.visitor(id) : Subject.customer(id));
        }
    }
}
