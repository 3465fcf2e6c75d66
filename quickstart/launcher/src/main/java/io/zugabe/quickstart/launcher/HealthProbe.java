package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks services on this machine whether they are ready. */
final class HealthProbe {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    /** Whether the service with this HTTP port says within two seconds that it is ready. */
    boolean isReady(int httpPort) throws InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + httpPort + "/q/health/ready");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(health).timeout(ANSWER_WITHIN).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
