/** What is worth completing in the catalog. */
@NullMarked
package io.zugabe.catalog.completeness;

import org.jspecify.annotations.NullMarked;
