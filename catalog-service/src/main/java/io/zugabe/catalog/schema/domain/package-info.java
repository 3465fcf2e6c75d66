/** Product types, their attributes, and how values are read. */
@NullMarked
package io.zugabe.catalog.schema.domain;

import org.jspecify.annotations.NullMarked;
