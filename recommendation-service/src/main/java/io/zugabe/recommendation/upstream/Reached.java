package io.zugabe.recommendation.upstream;

/**
 * How far which log was read.
 *
 * @param position everything up to this place was read
 * @param log the id of the log; empty if it was not told yet
 * @param generation how often the log was replaced and everything before forgotten
 */
public record Reached(long position, String log, long generation) {

    /** Nothing was read yet. */
    public static final Reached NOTHING = new Reached(0, "", 0);

    /** Further in the same log; the position never goes back. */
    public Reached upTo(long reached, String toldLog) {
        return new Reached(Math.max(position, reached), toldLog.isEmpty() ? log : toldLog, generation);
    }

    /** Whether a run from the log with this id cannot belong to what was read before. */
    public boolean isOfAnotherLogThan(String toldLog) {
        return !log.isEmpty() && !toldLog.isEmpty() && !log.equals(toldLog);
    }
}
