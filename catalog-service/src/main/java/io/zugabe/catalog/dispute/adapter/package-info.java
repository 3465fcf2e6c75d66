/** Disputes in PostgreSQL and as messages. */
@NullMarked
package io.zugabe.catalog.dispute.adapter;

import org.jspecify.annotations.NullMarked;
