/** Writing, listing and deleting maker statements. */
@NullMarked
package io.zugabe.catalog.statement;

import org.jspecify.annotations.NullMarked;
