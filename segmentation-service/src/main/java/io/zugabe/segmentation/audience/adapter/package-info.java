/** Target groups as messages and in PostgreSQL. */
@NullMarked
package io.zugabe.segmentation.audience.adapter;

import org.jspecify.annotations.NullMarked;
