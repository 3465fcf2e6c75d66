/** Experiments and the rules of their life; pure. */
@NullMarked
package io.zugabe.experiment.domain;

import org.jspecify.annotations.NullMarked;
