package io.zugabe.deploy.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rendered manifests, read as strictly as the API server's field validation reads them.
 *
 * @param resources in the order of the text
 */
record Manifests(List<HasMetadata> resources) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization(new ObjectMapper(), true);

    /**
     * Reads every document of the text.
     *
     * @throws InvalidManifest if a kind has no model, or a field is not in its model or of another type
     */
    static Manifests read(String yaml) {
        List<HasMetadata> resources = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document != null && !document.isNull() && !document.isMissingNode()) {
                    resources.add(readOne(document));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Manifests(List.copyOf(resources));
    }

    private static HasMetadata readOne(JsonNode document) {
        String name = document.path("kind").asText() + " "
                + document.path("metadata").path("name").asText();
        KubernetesResource resource;
        try {
            resource = KUBERNETES.unmarshal(document.toString(), KubernetesResource.class);
        } catch (RuntimeException e) {
            throw new InvalidManifest(name, List.of(rootCause(e).toString()));
        }
        if (resource instanceof GenericKubernetesResource || !(resource instanceof HasMetadata typed)) {
            throw new InvalidManifest(name, List.of("no model for this apiVersion and kind"));
        }
        List<String> problems = new ArrayList<>(UnknownFields.of(typed));
        try {
            // What the model silently turned into another type, such as a number given for a label.
            problems.addAll(Difference.between(document, JSON.readTree(KUBERNETES.asJson(typed))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new InvalidManifest(name, problems);
        }
        return typed;
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    <T extends HasMetadata> List<T> of(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends HasMetadata> T named(Class<T> type, String name) {
        return of(type).stream()
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
    }

    /** The pod templates by the name of what makes pods of them. */
    Map<String, PodTemplateSpec> podTemplates() {
        Map<String, PodTemplateSpec> templates = new TreeMap<>();
        Stream.concat(of(Deployment.class).stream(), of(StatefulSet.class).stream())
                .forEach(workload -> templates.put(workload.getMetadata().getName(), templateOf(workload)));
        return templates;
    }

    private static PodTemplateSpec templateOf(HasMetadata workload) {
        return workload instanceof Deployment deployment
                ? deployment.getSpec().getTemplate()
                : ((StatefulSet) workload).getSpec().getTemplate();
    }
}
