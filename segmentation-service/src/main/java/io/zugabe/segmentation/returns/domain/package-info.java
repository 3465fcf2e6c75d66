/** What comes back: pure functions of histories and fitted parameters. */
@NullMarked
package io.zugabe.segmentation.returns.domain;

import org.jspecify.annotations.NullMarked;
