/** The gRPC calls about types, rules and maker statements. */
@NullMarked
package io.zugabe.catalog.rule.endpoint;

import org.jspecify.annotations.NullMarked;
