package io.zugabe.deploy.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesSchemaTest {

    /** Maps whose keys are the user's own: labels, annotations, a parent chart's globals. */
    private static final Set<String> FREE_MAPS =
            Set.of("podAnnotations", "podLabels", "nodeSelector", "labels", "matchLabels", "global");

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(textBlock = """
            trail.enabled, true
            services.catalog.replica, 3
            services.catalogue.replicas, 3
            services.catalog.database.existingsecret, x
            services.catalog.autoscaling.maxReplica, 3
            services.catalog.resources.limit.memory, 1Gi
            services.catalog.env.lower_case, x
            services.catalog.env.ZUGABE_DB_URL, x
            image.tagg, x
            image.tag, latest
            trial.postgresql.image, postgres:latest
            trial.postgresql.image, postgres
            trial.password, a b
            trial.password, short
            trial.password, ''
            probes.readiness.periodSecond, 5
            shutdown.preStopSleepSeconds, soon
            networkPolicy.enable, true
            metrics.serviceMonitor.intervall, 5s
            telemetry.enabled, true
            postgresql.host, databases.example.com
            redis.existingSecret, cache
            """)
    void value_misspelledOrOutOfPlace_isRefused(String path, String value) {
        Path trial = Chart.valuesFile("trial");
        Map<String, Object> override = Map.of(path, value);

        RuntimeException refusal = assertThrows(
                RuntimeException.class, () -> Chart.render(trial, Chart.KUBERNETES_VERSIONS.getLast(), override));

        assertTrue(
                refusal.getMessage().contains("values don't meet the specifications of the schema"),
                refusal::getMessage);
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource({
        "postgresql.host",
        "redis.existingSecret",
        "services.catalog.database.existingSecret",
        "services.segmentation.database.existingSecret",
        "services.recommendation.database.existingSecret",
        "services.experiment.database.existingSecret"
    })
    void external_withoutWhatItNeeds_isRefused(String path) {
        Path external = Chart.valuesFile("external");
        Map<String, Object> override = Map.of(path, "");

        RuntimeException refusal = assertThrows(
                RuntimeException.class, () -> Chart.render(external, Chart.KUBERNETES_VERSIONS.getLast(), override));

        assertTrue(
                refusal.getMessage().contains("values don't meet the specifications of the schema"),
                refusal::getMessage);
    }

    @Test
    void grace_shorterThanTheSleepBeforeIt_isRefused() {
        Path trial = Chart.valuesFile("trial");
        Map<String, Object> override = Map.of("shutdown.preStopSleepSeconds", 45);

        RuntimeException refusal = assertThrows(
                RuntimeException.class, () -> Chart.render(trial, Chart.KUBERNETES_VERSIONS.getLast(), override));

        assertTrue(refusal.getMessage().contains("must be longer"), refusal::getMessage);
    }

    @Test
    void schema_isClosedEverywhere() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Chart.FOLDER.resolve("values.schema.json").toFile());
        List<String> open = new ArrayList<>();
        collectOpen("", "", schema, open);

        assertEquals(List.of(), open);
    }

    private static void collectOpen(String path, String name, JsonNode node, List<String> open) {
        boolean object = node.path("type").asText().equals("object");
        if (object && !node.path("additionalProperties").equals(BooleanNode.FALSE) && !FREE_MAPS.contains(name)) {
            open.add(path);
        }
        node.properties()
                .forEach(entry -> collectOpen(path + "/" + entry.getKey(), entry.getKey(), entry.getValue(), open));
    }
}
