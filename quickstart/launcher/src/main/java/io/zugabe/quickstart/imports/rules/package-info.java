/** Bringing a rule pack into a running catalog. */
@NullMarked
package io.zugabe.quickstart.imports.rules;

import org.jspecify.annotations.NullMarked;
