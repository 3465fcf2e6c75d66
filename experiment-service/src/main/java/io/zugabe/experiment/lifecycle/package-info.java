/** Use cases that create, read, start and stop experiments. */
@NullMarked
package io.zugabe.experiment.lifecycle;

import org.jspecify.annotations.NullMarked;
