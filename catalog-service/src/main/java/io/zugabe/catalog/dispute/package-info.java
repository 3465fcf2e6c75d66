/** Reporting, listing and deciding what does not fit. */
@NullMarked
package io.zugabe.catalog.dispute;

import org.jspecify.annotations.NullMarked;
