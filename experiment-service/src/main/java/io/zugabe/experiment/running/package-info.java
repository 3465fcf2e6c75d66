/** The experiments that run, in memory, and what is answered from them. */
@NullMarked
package io.zugabe.experiment.running;

import org.jspecify.annotations.NullMarked;
