package io.zugabe.quickstart.launcher;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that was seen running. Its start tells it from another one that got the same number later.
 *
 * @param pid the number
 * @param start when it began; the epoch if the system does not tell
 */
record RunningProcess(long pid, Instant start) {

    static RunningProcess of(ProcessHandle process) {
        return new RunningProcess(process.pid(), startOf(process));
    }

    /** As written by {@link #toString}. */
    static RunningProcess parse(String text) {
        int at = text.indexOf('@');
        return new RunningProcess(Long.parseLong(text.substring(0, at)), Instant.parse(text.substring(at + 1)));
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).equals(start));
    }

    @Override
    public String toString() {
        return pid + "@" + start;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
