package io.zugabe.deploy.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {

    private static final Set<String> SERVICES = Set.of(
            "shop-zugabe-catalog", "shop-zugabe-segmentation", "shop-zugabe-recommendation", "shop-zugabe-experiment");

    static List<Path> valuesFiles() {
        return Chart.valuesFiles();
    }

    static Stream<Arguments> valuesFilesAndVersions() {
        return Chart.valuesFiles().stream()
                .flatMap(file -> Chart.KUBERNETES_VERSIONS.stream().map(version -> Arguments.of(file, version)));
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void chart_withValues_passesTheStrictLint(Path valuesFile, @TempDir Path folder) throws IOException {
        LintResult result = Chart.lint(valuesFile, folder);

        assertFalse(result.isFailed(), () -> String.join("\n", result.getMessages()));
    }

    @Test
    void chart_withoutTheSecretsItNeeds_failsTheLint(@TempDir Path folder) throws IOException {
        LintResult result = Chart.lint(Chart.FOLDER.resolve("values.yaml"), folder);

        assertTrue(result.isFailed());
        assertTrue(String.join("\n", result.getMessages()).contains("/redis/existingSecret"), result::toString);
    }

    @ParameterizedTest
    @MethodSource("valuesFilesAndVersions")
    void chart_withValues_rendersValidManifestsOnly(Path valuesFile, String kubernetesVersion) {
        Manifests manifests = Manifests.read(Chart.render(valuesFile, kubernetesVersion, Map.of()));

        assertTrue(manifests.of(Deployment.class).size() >= 4, "four services at least");
        Set<String> names = new HashSet<>();
        for (HasMetadata resource : manifests.resources()) {
            String name = resource.getKind() + "/" + resource.getMetadata().getName();
            assertTrue(names.add(name), name + " twice");
            assertEquals(Chart.NAMESPACE, resource.getMetadata().getNamespace(), name);
            assertEquals("Helm", resource.getMetadata().getLabels().get("app.kubernetes.io/managed-by"), name);
        }
    }

    @Test
    void trial_bringsItsOwnPairAndSecret() {
        Manifests manifests = Manifests.read(Chart.render(Chart.valuesFile("trial")));

        assertEquals(1, manifests.of(StatefulSet.class).size());
        manifests.named(Deployment.class, "shop-zugabe-trial-valkey");
        Secret secret = manifests.named(Secret.class, "shop-zugabe-trial");
        assertEquals(
                "redis://:triedoutforawhile@shop-zugabe-trial-valkey:6379",
                secret.getStringData().get("redis-url"));
    }

    @Test
    void external_bringsNoServerAndNoSecret() {
        Manifests manifests = Manifests.read(Chart.render(Chart.valuesFile("external")));

        assertEquals(0, manifests.of(StatefulSet.class).size());
        assertEquals(0, manifests.of(Secret.class).size());
        assertEquals(SERVICES, manifests.podTemplates().keySet());
    }

    @Test
    void full_rendersWhatIsOffByDefault() {
        Manifests manifests = Manifests.read(Chart.render(Chart.valuesFile("full")));

        assertEquals(4, manifests.of(HorizontalPodAutoscaler.class).size());
        assertEquals(4, manifests.of(PodDisruptionBudget.class).size());
        assertEquals(4, manifests.of(NetworkPolicy.class).size());
        assertEquals(1, manifests.of(ServiceMonitor.class).size());
        manifests
                .of(Deployment.class)
                .forEach(deployment -> assertEquals(
                        null, deployment.getSpec().getReplicas(), "the autoscaler alone decides on replicas"));
    }

    @Test
    void kubernetes_olderThanPromised_isRefused() {
        Path values = Chart.valuesFile("trial");

        RuntimeException refusal =
                assertThrows(RuntimeException.class, () -> Chart.render(values, "v1.29.0", Map.of()));

        assertTrue(refusal.getMessage().contains("kubeVersion"), refusal::getMessage);
    }
}
