/** The log in PostgreSQL. */
@NullMarked
package io.zugabe.segmentation.log.adapter;

import org.jspecify.annotations.NullMarked;
