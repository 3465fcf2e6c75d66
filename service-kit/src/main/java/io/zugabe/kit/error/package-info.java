/** Failures that callers can act on, and their one mapping to gRPC. */
@NullMarked
package io.zugabe.kit.error;

import org.jspecify.annotations.NullMarked;
