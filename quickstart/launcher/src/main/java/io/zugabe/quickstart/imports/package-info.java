/** Brings files into a running Zugabe through its public API. */
@NullMarked
package io.zugabe.quickstart.imports;

import org.jspecify.annotations.NullMarked;
