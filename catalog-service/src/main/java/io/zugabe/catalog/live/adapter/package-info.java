/** The change feed in PostgreSQL. */
@NullMarked
package io.zugabe.catalog.live.adapter;

import org.jspecify.annotations.NullMarked;
