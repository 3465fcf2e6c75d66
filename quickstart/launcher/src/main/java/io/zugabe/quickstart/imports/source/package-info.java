/** Files as they come: bytes → text → records, each of which stands or falls alone. */
@NullMarked
package io.zugabe.quickstart.imports.source;

import org.jspecify.annotations.NullMarked;
