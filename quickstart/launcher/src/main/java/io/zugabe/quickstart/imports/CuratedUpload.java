package io.zugabe.quickstart.imports;

import com.google.rpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Relations or maker statements: few, in plain calls.
 *
 * @param <T> the messages
 */
final class CuratedUpload<T> implements Upload<T> {

    private static final int BATCH = 200;

    private final Function<List<T>, List<Status>> upsert;
    private final Function<T, String> id;
    private final ImportReport report;
    private final Retry retry;
    private final List<T> batch = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    /**
     * @param upsert stores a batch and returns a status per message
     * @param id the identifier shown for a refused message
     */
    CuratedUpload(Function<List<T>, List<Status>> upsert, Function<T, String> id, ImportReport report, Retry retry) {
        this.upsert = upsert;
        this.retry = retry;
        this.id = id;
        this.report = report;
    }

    @Override
    public void add(long line, T message) throws InterruptedException {
        batch.add(message);
        lines.add(line);
        if (batch.size() == BATCH) {
            send();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (!batch.isEmpty()) {
            send();
        }
    }

    private void send() throws InterruptedException {
        List<T> sent = List.copyOf(batch);
        List<Status> results = retry.call(() -> upsert.apply(sent));
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).getCode() == 0) {
                report.accepted(1);
            } else {
                report.rejected(lines.get(i), id.apply(batch.get(i)), Fault.of(results.get(i)));
            }
        }
        batch.clear();
        lines.clear();
    }
}
