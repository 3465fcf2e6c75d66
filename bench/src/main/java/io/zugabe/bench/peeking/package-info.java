/** What happens to those who look at an experiment again and again, with a test for one look and with ours. */
@NullMarked
package io.zugabe.bench.peeking;

import org.jspecify.annotations.NullMarked;
