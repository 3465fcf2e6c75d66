package io.zugabe.deploy.chart;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a manifest that its model does not have; the models keep them as additional properties. */
final class UnknownFields {

    private static final String REST = "additionalProperties";

    private final List<String> paths = new ArrayList<>();

    private UnknownFields() {}

    /** Their paths, such as {@code spec.template.spec.containers[0].imagePullPolcy}. */
    static List<String> of(Object resource) {
        UnknownFields unknown = new UnknownFields();
        unknown.visit("", resource);
        return unknown.paths;
    }

    private void visit(String path, @Nullable Object value) {
        switch (value) {
            case Collection<?> items -> {
                int index = 0;
                for (Object item : items) {
                    visit(path + "[" + index++ + "]", item);
                }
            }
            case Map<?, ?> map -> map.forEach((key, item) -> visit(path + "." + key, item));
            case Object bean
            when bean.getClass().getName().startsWith("io.fabric8.") && !(bean instanceof Enum<?>) ->
                visitBean(path, bean);
            case null, default -> {
                // a leaf
            }
        }
    }

    private void visitBean(String path, Object bean) {
        try {
            for (PropertyDescriptor property :
                    Introspector.getBeanInfo(bean.getClass(), Object.class).getPropertyDescriptors()) {
                if (property.getReadMethod() == null || property.getWriteMethod() == null && !isRest(property)) {
                    continue;
                }
                Object value = property.getReadMethod().invoke(bean);
                if (isRest(property) && value instanceof Map<?, ?> rest) {
                    rest.keySet().forEach(key -> paths.add("unknown field or wrong type at " + path + "." + key));
                } else {
                    visit(path + "." + property.getName(), value);
                }
            }
        } catch (IntrospectionException | ReflectiveOperationException e) {
            throw new IllegalStateException("cannot look into " + path, e);
        }
    }

    private static boolean isRest(PropertyDescriptor property) {
        return property.getName().equals(REST);
    }
}
