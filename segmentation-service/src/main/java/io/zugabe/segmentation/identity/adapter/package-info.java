/** Links, merges and groups in PostgreSQL. */
@NullMarked
package io.zugabe.segmentation.identity.adapter;

import org.jspecify.annotations.NullMarked;
