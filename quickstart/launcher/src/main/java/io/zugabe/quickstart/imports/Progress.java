package io.zugabe.quickstart.imports;

import io.zugabe.quickstart.imports.source.InputFile;
import java.io.IOException;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on stderr; where no person watches, a line every ten seconds. */
final class Progress {

    private static final int WATCHED_MILLIS = 200;
    private static final int UNWATCHED_MILLIS = 10_000;
    private static final int SHOWN_EVERY = 256;

    private Progress() {}

    /**
     * A bar.
     *
     * @param total the number of steps, or -1 if unknown
     */
    static ProgressBar bar(String task, long total) {
        return builder(task, total).build();
    }

    /** A bar of the bytes of a file. */
    static ProgressBar bytes(String task, InputFile file) throws IOException {
        return builder(task, file.size()).setUnit(" MB", 1_000_000).build();
    }

    /** What is told after each record: how far the file is read, how many records, how many of them rejected. */
    static Runnable step(ProgressBar bar, InputFile file, ImportReport report) {
        long[] records = {0};
        return () -> {
            if (++records[0] % SHOWN_EVERY == 0) {
                bar.stepTo(file.bytesRead());
                bar.setExtraMessage(
                        String.format(Locale.ROOT, " %,d records, %,d rejected", records[0], report.rejectedCount()));
            }
        };
    }

    private static ProgressBarBuilder builder(String task, long total) {
        boolean watched = System.console() != null && System.console().isTerminal();
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(watched ? WATCHED_MILLIS : UNWATCHED_MILLIS)
                .showSpeed();
    }
}
