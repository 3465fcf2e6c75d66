/** The calls about the catalog's completeness. */
@NullMarked
package io.zugabe.catalog.completeness.endpoint;

import org.jspecify.annotations.NullMarked;
