/** Statistics that several models rest on. */
@NullMarked
package io.zugabe.segmentation.statistics.domain;

import org.jspecify.annotations.NullMarked;
