package io.zugabe.quickstart.imports;

import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.InputRecord;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the records of a file in, one after the other: what is good goes to an upload, what is bad to the
 * report. Beside the batches under way only the ids that were seen are kept in memory.
 *
 * @param <T> the messages
 */
final class FileImport<T> {

    private final InputFile file;
    private final Reading<T> reading;
    private final ImportReport report;
    private final SeenIds seen = new SeenIds();

    FileImport(InputFile file, Reading<T> reading, ImportReport report) {
        this.file = file;
        this.reading = reading;
        this.report = report;
    }

    /**
     * Imports everything.
     *
     * @param resumeAfter the line up to which an earlier run has dealt with everything; 0 if there was none
     * @param target closed at the end
     * @param progress told after each record
     */
    void run(long resumeAfter, Upload<T> target, Runnable progress) throws IOException, InterruptedException {
        report.resume(resumeAfter);
        try (Stream<InputRecord> records = file.records();
                Upload<T> upload = target) {
            Iterator<InputRecord> source = records.iterator();
            for (InputRecord record = next(source); record != null; record = next(source)) {
                take(record, record.line() <= resumeAfter, upload);
                progress.run();
            }
        }
    }

    private void take(InputRecord record, boolean before, Upload<T> upload) throws InterruptedException {
        List<Fault> faults = new ArrayList<>();
        List<T> messages = read(record, faults);
        if (before) {
            messages.forEach(message -> seen.put(reading.id(message), record.line()));
            report.earlier(record.line());
            return;
        }
        if (!faults.isEmpty()) {
            report.rejected(record.line(), reading.idOf(record), faults);
        }
        for (T message : messages) {
            String id = reading.id(message);
            long earlier = id.isEmpty() ? 0 : seen.put(id, record.line());
            if (earlier > 0) {
                report.noted(
                        record.line(),
                        id,
                        "replaces line " + earlier + ", which has the same id: the later one counts");
            }
            reading.remarks(record, message).forEach(remark -> report.noted(record.line(), id, remark));
            upload.add(record.line(), message);
        }
    }

    private List<T> read(InputRecord record, List<Fault> faults) {
        try {
            return reading.read(record, faults::add);
        } catch (RejectedRecord e) {
            faults.add(Fault.of(e));
            return List.of();
        }
    }

    private @Nullable InputRecord next(Iterator<InputRecord> source) {
        try {
            return source.hasNext() ? source.next() : null;
        } catch (UncheckedIOException e) {
            report.rejected(
                    0,
                    "",
                    List.of(new Fault(
                            "file",
                            "cannot be read beyond " + file.bytesRead() + " bytes (is it complete?): "
                                    + e.getMessage())));
            return null;
        }
    }
}
