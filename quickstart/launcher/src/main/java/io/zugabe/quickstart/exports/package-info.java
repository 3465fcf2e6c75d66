/** The catalog as files: what imports read, and what other shops' tools read. */
@NullMarked
package io.zugabe.quickstart.exports;

import org.jspecify.annotations.NullMarked;
