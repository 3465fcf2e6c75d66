package io.zugabe.catalog.live.domain;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Numbers of products in the order of the products' ids, in small arrays that are replaced when they change: going through
 * them reads memory in its order. One thread writes; any number read.
 */
public final class OrdinalsById {

    /** Ends {@link Cursor#next}. */
    public static final int END = -1;

    private static final int LONGEST_CHUNK = 256;

    private volatile Chunk[] chunks = {new Chunk("", new int[0])};

    /**
     * Puts a product's number where its id belongs.
     *
     * @param ids the ids of those that are in, by number
     */
    void add(int ordinal, String id, IntFunction<String> ids) {
        Chunk[] current = chunks;
        int at = chunkOf(current, id);
        int[] before = current[at].ordinals();
        int place = -position(before, id, ids) - 1;
        int[] after = new int[before.length + 1];
        System.arraycopy(before, 0, after, 0, place);
        after[place] = ordinal;
        System.arraycopy(before, place, after, place + 1, before.length - place);
        replace(current, at, after, ids);
    }

    /**
     * Takes a product's number out.
     *
     * @param ids the ids of those that are in, by number, this one included
     */
    void remove(String id, IntFunction<String> ids) {
        Chunk[] current = chunks;
        int at = chunkOf(current, id);
        int[] before = current[at].ordinals();
        int place = position(before, id, ids);
        int[] after = new int[before.length - 1];
        System.arraycopy(before, 0, after, 0, place);
        System.arraycopy(before, place + 1, after, place, after.length - place);
        replace(current, at, after, ids);
    }

    /** Goes through the numbers of all products whose ids come after one, and perhaps of a few before them. */
    public Cursor cursorAt(String id) {
        Chunk[] current = chunks;
        return new Cursor(current, chunkOf(current, id));
    }

    private void replace(Chunk[] current, int at, int[] ordinals, IntFunction<String> ids) {
        Chunk chunk = current[at];
        if (ordinals.length > LONGEST_CHUNK) {
            int half = ordinals.length / 2;
            Chunk[] grown = new Chunk[current.length + 1];
            System.arraycopy(current, 0, grown, 0, at);
            grown[at] = new Chunk(chunk.from(), Arrays.copyOf(ordinals, half));
            grown[at + 1] = new Chunk(ids.apply(ordinals[half]), Arrays.copyOfRange(ordinals, half, ordinals.length));
            System.arraycopy(current, at + 1, grown, at + 2, current.length - at - 1);
            chunks = grown;
        } else if (ordinals.length == 0 && at > 0) {
            Chunk[] shrunk = new Chunk[current.length - 1];
            System.arraycopy(current, 0, shrunk, 0, at);
            System.arraycopy(current, at + 1, shrunk, at, shrunk.length - at);
            chunks = shrunk;
        } else {
            current[at] = new Chunk(chunk.from(), ordinals);
            chunks = current; // publishes the element
        }
    }

    /** The last chunk that begins at an id or before it. */
    private static int chunkOf(Chunk[] chunks, String id) {
        int low = 0;
        int high = chunks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (chunks[middle].from().compareTo(id) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** As {@link Arrays#binarySearch}. */
    private static int position(int[] ordinals, String id, IntFunction<String> ids) {
        int low = 0;
        int high = ordinals.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = ids.apply(ordinals[middle]).compareTo(id);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /** One way through the numbers, as they were when it began or later. */
    public static final class Cursor {

        private final Chunk[] chunks;
        private int[] ordinals;
        private int chunk;
        private int next;

        private Cursor(Chunk[] chunks, int chunk) {
            this.chunks = chunks;
            this.chunk = chunk;
            this.ordinals = chunks[chunk].ordinals();
        }

        /** The next number, or {@link #END}. */
        public int next() {
            while (next == ordinals.length) {
                if (++chunk >= chunks.length) {
                    return END;
                }
                ordinals = chunks[chunk].ordinals();
                next = 0;
            }
            return ordinals[next++];
        }
    }

    /**
     * Some of the numbers.
     *
     * @param from no id in it comes before this
     */
    private record Chunk(String from, int[] ordinals) {}
}
