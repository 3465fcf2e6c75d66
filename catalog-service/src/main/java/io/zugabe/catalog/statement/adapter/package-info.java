/** Maker statements in PostgreSQL and as messages. */
@NullMarked
package io.zugabe.catalog.statement.adapter;

import org.jspecify.annotations.NullMarked;
