package io.zugabe.recommendation.replica.domain;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMaps;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Cells by two fit groups. One writer; {@link #freeze} gives readers a view that later writes leave
 * alone: rows are copied when they are first written after it.
 */
final class CellTable {

    private Long2ObjectOpenHashMap<Long2ObjectOpenHashMap<FitCell>> rows = new Long2ObjectOpenHashMap<>();
    private final LongOpenHashSet mine = new LongOpenHashSet();
    private boolean frozen;

    void put(long row, long column, FitCell cell) {
        writable(row).put(column, cell);
    }

    void remove(long row, long column) {
        if (rows.containsKey(row)) {
            writable(row).remove(column);
        }
    }

    View freeze() {
        frozen = true;
        mine.clear();
        return new View(rows);
    }

    private Long2ObjectOpenHashMap<FitCell> writable(long row) {
        if (frozen) {
            rows = rows.clone();
            frozen = false;
        }
        Long2ObjectOpenHashMap<FitCell> cells = rows.get(row);
        if (cells == null) {
            cells = new Long2ObjectOpenHashMap<>();
            rows.put(row, cells);
            mine.add(row);
        } else if (mine.add(row)) {
            cells = cells.clone();
            rows.put(row, cells);
        }
        return cells;
    }

    /** The cells as they were when frozen. */
    static final class View {

        private final Long2ObjectOpenHashMap<Long2ObjectOpenHashMap<FitCell>> rows;

        private View(Long2ObjectOpenHashMap<Long2ObjectOpenHashMap<FitCell>> rows) {
            this.rows = rows;
        }

        Long2ObjectMap<FitCell> row(long row) {
            Long2ObjectOpenHashMap<FitCell> cells = rows.get(row);
            return cells == null ? Long2ObjectMaps.emptyMap() : cells;
        }
    }
}
