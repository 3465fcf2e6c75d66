package io.zugabe.deploy.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What names something else in the chart names what is there. */
class WiringTest {

    static Stream<Manifests> charts() {
        return Chart.valuesFiles().stream().map(WiringTest::read);
    }

    private static Manifests read(Path valuesFile) {
        return Manifests.read(Chart.render(valuesFile));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void selectors_matchThePodsTheyMean(Manifests chart) {
        Map<String, PodTemplateSpec> pods = chart.podTemplates();
        for (Deployment deployment : chart.of(Deployment.class)) {
            assertSelectsOnly(deployment, deployment.getSpec().getSelector(), pods);
        }
        for (StatefulSet set : chart.of(StatefulSet.class)) {
            assertSelectsOnly(set, set.getSpec().getSelector(), pods);
            assertEquals(
                    "None",
                    chart.named(Service.class, set.getSpec().getServiceName())
                            .getSpec()
                            .getClusterIP());
        }
        for (PodDisruptionBudget budget : chart.of(PodDisruptionBudget.class)) {
            assertSelectsOnly(budget, budget.getSpec().getSelector(), pods);
        }
        for (NetworkPolicy policy : chart.of(NetworkPolicy.class)) {
            assertSelectsOnly(policy, policy.getSpec().getPodSelector(), pods);
        }
        pods.forEach((name, pod) -> pod.getSpec()
                .getTopologySpreadConstraints()
                .forEach(spread -> assertTrue(selects(spread.getLabelSelector().getMatchLabels(), pod), name)));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void services_pointToNamedPortsOfTheirPods(Manifests chart) {
        for (Service service : chart.of(Service.class)) {
            String name = service.getMetadata().getName();
            PodTemplateSpec pod = chart.podTemplates().get(name);
            assertTrue(selects(service.getSpec().getSelector(), Objects.requireNonNull(pod, name)), name);
            for (ServicePort port : service.getSpec().getPorts()) {
                ContainerPort target = portNamed(pod, port.getTargetPort().getStrVal());
                assertEquals(target.getContainerPort(), port.getPort(), "a headless service cannot change a port");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void probes_askTheGrpcPort(Manifests chart) {
        services(chart).forEach((name, pod) -> {
            Container container = pod.getSpec().getContainers().getFirst();
            int grpc = portNamed(pod, "grpc").getContainerPort();
            for (Probe probe :
                    List.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())) {
                assertEquals(grpc, probe.getGrpc().getPort(), name);
                boolean liveness = probe.equals(container.getLivenessProbe());
                assertEquals(liveness ? null : "ready", probe.getGrpc().getService(), name);
            }
            Map<String, String> environment = chart.named(ConfigMap.class, name).getData();
            assertEquals(Integer.toString(grpc), environment.get("ZUGABE_GRPC_PORT"), name);
            assertEquals(
                    portNamed(pod, "http").getContainerPort().toString(), environment.get("ZUGABE_HTTP_PORT"), name);
            assertEquals("None", chart.named(Service.class, name).getSpec().getClusterIP(), name);
        });
    }

    @ParameterizedTest
    @MethodSource("charts")
    void pods_findTheirAccountsConfigurationAndSecrets(Manifests chart) {
        services(chart).forEach((name, pod) -> {
            chart.named(ServiceAccount.class, pod.getSpec().getServiceAccountName());
            Container container = pod.getSpec().getContainers().getFirst();
            container
                    .getEnvFrom()
                    .forEach(source -> chart.named(
                            ConfigMap.class, source.getConfigMapRef().getName()));
            container.getEnv().stream()
                    .map(variable -> variable.getValueFrom().getSecretKeyRef())
                    .forEach(reference -> assertKeyExists(chart, reference));
        });
    }

    @ParameterizedTest
    @MethodSource("charts")
    void targets_areServicesOfTheRelease(Manifests chart) {
        List<String> targets = chart.of(ConfigMap.class).stream()
                .flatMap(map -> map.getData().entrySet().stream())
                .filter(entry -> entry.getKey().endsWith("_TARGET"))
                .map(Map.Entry::getValue)
                .toList();
        assertEquals(4, targets.size(), "recommendation asks the other three, segmentation the catalog");
        for (String target : targets) {
            String[] parts = target.split(":");
            List<ServicePort> ports =
                    chart.named(Service.class, parts[0]).getSpec().getPorts();
            assertTrue(
                    ports.stream()
                            .anyMatch(port -> port.getName().equals("grpc")
                                    && port.getPort().toString().equals(parts[1])),
                    target);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void pods_haveTimeToEnd(Manifests chart) {
        services(chart).forEach((name, pod) -> {
            long sleep = pod.getSpec()
                    .getContainers()
                    .getFirst()
                    .getLifecycle()
                    .getPreStop()
                    .getSleep()
                    .getSeconds();
            assertTrue(pod.getSpec().getTerminationGracePeriodSeconds() > sleep, name);
        });
    }

    @ParameterizedTest
    @MethodSource("charts")
    void autoscalersAndMonitors_findWhatTheyMean(Manifests chart) {
        for (HorizontalPodAutoscaler scaler : chart.of(HorizontalPodAutoscaler.class)) {
            chart.named(Deployment.class, scaler.getSpec().getScaleTargetRef().getName());
        }
        for (ServiceMonitor monitor : chart.of(ServiceMonitor.class)) {
            List<Service> monitored = chart.of(Service.class).stream()
                    .filter(service -> service.getMetadata()
                            .getLabels()
                            .entrySet()
                            .containsAll(monitor.getSpec()
                                    .getSelector()
                                    .getMatchLabels()
                                    .entrySet()))
                    .toList();
            assertEquals(4, monitored.size());
            monitored.forEach(service -> assertTrue(service.getSpec().getPorts().stream()
                    .anyMatch(port -> port.getName()
                            .equals(monitor.getSpec().getEndpoints().getFirst().getPort()))));
        }
    }

    private static Map<String, PodTemplateSpec> services(Manifests chart) {
        Map<String, PodTemplateSpec> pods = chart.podTemplates();
        pods.keySet().removeIf(name -> name.contains("-trial-"));
        assertEquals(4, pods.size());
        return pods;
    }

    private static void assertSelectsOnly(
            HasMetadata owner, LabelSelector selector, Map<String, PodTemplateSpec> pods) {
        List<String> selected = pods.entrySet().stream()
                .filter(pod -> selects(selector.getMatchLabels(), pod.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertEquals(List.of(owner.getMetadata().getName()), selected, owner.getKind());
    }

    private static boolean selects(Map<String, String> labels, PodTemplateSpec pod) {
        return !labels.isEmpty() && pod.getMetadata().getLabels().entrySet().containsAll(labels.entrySet());
    }

    private static ContainerPort portNamed(PodTemplateSpec pod, String name) {
        return pod.getSpec().getContainers().stream()
                .map(Container::getPorts)
                .flatMap(Collection::stream)
                .filter(port -> port.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no port " + name));
    }

    private static void assertKeyExists(Manifests chart, SecretKeySelector reference) {
        List<Secret> own = chart.of(Secret.class);
        if (own.isEmpty()) {
            assertFalse(reference.getName().isBlank(), "an existing secret is named");
        } else {
            Secret secret = chart.named(Secret.class, reference.getName());
            assertTrue(secret.getStringData().containsKey(reference.getKey()), reference.getKey());
        }
    }
}
