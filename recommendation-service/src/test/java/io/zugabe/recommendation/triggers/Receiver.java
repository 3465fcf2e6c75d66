package io.zugabe.recommendation.triggers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zugabe.recommendation.triggers.adapter.WebhookSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop's end of a webhook, which fails some times before it works. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger failing = new AtomicInteger();

    /** What was sent, and what was answered. */
    record Call(String id, String key, long seconds, String signature, String body, int answer) {
        void verify(String secret) {
            assertEquals(WebhookSignature.sign(secret, id, seconds, body), signature);
            assertEquals(id, key, "the key of idempotency");
        }
    }

    Receiver(int failing) {
        failing(failing);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    void failing(int times) {
        failing.set(times);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Call> of(String id) {
        return calls.stream().filter(call -> call.id().equals(id)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int answer = failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 200;
        calls.add(new Call(
                exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("idempotency-key"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                exchange.getRequestHeaders().getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                answer));
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
