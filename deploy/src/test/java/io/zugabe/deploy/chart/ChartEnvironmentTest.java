package io.zugabe.deploy.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.zugabe.deploy.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartEnvironmentTest {

    @ParameterizedTest
    @ValueSource(strings = {"catalog", "segmentation", "recommendation", "experiment"})
    void chart_setsOnlyWhatTheServiceReads(String room) {
        Optional<Set<String>> known = Environment.readBy(room);
        assumeTrue(known.isPresent(), room + "-service is not here");
        Manifests chart = Manifests.read(Chart.render(Chart.valuesFile("external")));
        Set<String> unread = new TreeSet<>(configuration(chart, room).keySet());
        chart.podTemplates().get("shop-zugabe-" + room).getSpec().getContainers().getFirst().getEnv().stream()
                .map(EnvVar::getName)
                .forEach(unread::add);

        unread.removeAll(known.get());

        assertEquals(Set.of(), unread);
    }

    @Test
    void databaseUrls_areComposedOfHostPortAndName() {
        Manifests trial = Manifests.read(Chart.render(Chart.valuesFile("trial")));
        Manifests external = Manifests.read(Chart.render(Chart.valuesFile("external")));
        Manifests full = Manifests.read(Chart.render(Chart.valuesFile("full")));

        assertEquals(
                "postgresql://shop-zugabe-trial-postgresql:5432/catalog",
                configuration(trial, "catalog").get("ZUGABE_DB_URL"));
        assertEquals(
                "postgresql://postgresql.databases.svc:5432/experiments?sslmode=require",
                configuration(external, "experiment").get("ZUGABE_DB_URL"));
        assertEquals(
                "postgresql://pg-rw.databases.svc:6432/segmentation",
                full.named(ConfigMap.class, "cross-sell-segmentation").getData().get("ZUGABE_DB_URL"));
    }

    @Test
    void furtherVariables_reachTheService() {
        Manifests full = Manifests.read(Chart.render(Chart.valuesFile("full")));

        assertTrue(full.named(ConfigMap.class, "cross-sell-catalog").getData().containsKey("JAVA_TOOL_OPTIONS"));
    }

    private static Map<String, String> configuration(Manifests chart, String room) {
        return chart.named(ConfigMap.class, "shop-zugabe-" + room).getData();
    }
}
