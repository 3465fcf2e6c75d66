package io.zugabe.quickstart.imports;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on stderr; where no person watches, a line every ten seconds. */
final class Progress {

    private static final int WATCHED_MILLIS = 200;
    private static final int UNWATCHED_MILLIS = 10_000;

    private Progress() {}

    /**
     * A bar.
     *
     * @param total the number of steps, or -1 if unknown
     */
    static ProgressBar bar(String task, long total) {
        boolean watched = System.console() != null && System.console().isTerminal();
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(watched ? WATCHED_MILLIS : UNWATCHED_MILLIS)
                .showSpeed()
                .build();
    }
}
