/** Writing, listing and deleting relations. */
@NullMarked
package io.zugabe.catalog.relation;

import org.jspecify.annotations.NullMarked;
