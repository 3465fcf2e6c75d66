/** When customers need something again: pure functions of histories and fitted parameters. */
@NullMarked
package io.zugabe.segmentation.replenishment.domain;

import org.jspecify.annotations.NullMarked;
