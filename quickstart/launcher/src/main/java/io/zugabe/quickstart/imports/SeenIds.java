package io.zugabe.quickstart.imports;

import java.util.Arrays;

/**
 * In which line an id was last seen. Ids are kept as hashes of 64 bits, 12 bytes each, so that tens of
 * millions fit beside everything else; that two of ten million ids share a hash has a chance of 1 in 370,000.
 * Beyond 24 million ids new ones are no longer kept.
 */
final class SeenIds {

    private static final int MOST = 24_000_000;

    private long[] hashes = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;

    /** Notes where an id is, and returns where it was before; 0 if nowhere. */
    long put(String id, long line) {
        long hash = hash(id);
        int place = place(hashes, hash);
        if (hashes[place] == hash) {
            int before = lines[place];
            lines[place] = (int) Math.min(line, Integer.MAX_VALUE);
            return before;
        }
        if (size < MOST) {
            if (size >= hashes.length * 3L / 4) {
                grow();
                place = place(hashes, hash);
            }
            size++;
            hashes[place] = hash;
            lines[place] = (int) Math.min(line, Integer.MAX_VALUE);
        }
        return 0;
    }

    private void grow() {
        long[] moved = new long[hashes.length * 2];
        int[] movedLines = new int[moved.length];
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                int place = place(moved, hashes[i]);
                moved[place] = hashes[i];
                movedLines[place] = lines[i];
            }
        }
        Arrays.fill(hashes, 0);
        hashes = moved;
        lines = movedLines;
    }

    private static int place(long[] table, long hash) {
        int place = (int) (hash >>> 32) & (table.length - 1);
        while (table[place] != 0 && table[place] != hash) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    /** FNV-1a over the characters, its bits mixed once more (Stafford's mix 13); never 0. */
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
