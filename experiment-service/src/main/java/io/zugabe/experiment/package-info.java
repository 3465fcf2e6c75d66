/** Who sees which variant: experiments, their life, and the assignment of units to arms. */
@NullMarked
package io.zugabe.experiment;

import org.jspecify.annotations.NullMarked;
