package io.zugabe.kit.paging;

/**
 * Which page of a list.
 *
 * @param size entries per page, 1 or more
 * @param after the sort key of the last entry of the page before; empty for the first page
 */
public record PageRequest(int size, String after) {}
