/** Returns to report in PostgreSQL, and the catalog that they are reported to. */
@NullMarked
package io.zugabe.recommendation.misfits.adapter;

import org.jspecify.annotations.NullMarked;
