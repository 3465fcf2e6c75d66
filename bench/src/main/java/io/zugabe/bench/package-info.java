/** Benchmarks: each is one command, prints its progress on stderr and its figures as the last line of stdout. */
@NullMarked
package io.zugabe.bench;

import org.jspecify.annotations.NullMarked;
