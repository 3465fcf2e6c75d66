/** Relations in PostgreSQL and as messages. */
@NullMarked
package io.zugabe.catalog.relation.adapter;

import org.jspecify.annotations.NullMarked;
