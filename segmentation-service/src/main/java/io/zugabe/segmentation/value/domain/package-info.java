/** What customers are worth: pure functions of histories and fitted parameters. */
@NullMarked
package io.zugabe.segmentation.value.domain;

import org.jspecify.annotations.NullMarked;
