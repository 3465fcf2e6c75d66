/** Gaps in the catalog and what filling them would answer. */
@NullMarked
package io.zugabe.catalog.completeness.domain;

import org.jspecify.annotations.NullMarked;
