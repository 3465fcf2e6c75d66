/** The fit of lenses and cameras as the lensfun database knows it, asked of a running catalog. */
@NullMarked
package io.zugabe.bench.lensfun;

import org.jspecify.annotations.NullMarked;
