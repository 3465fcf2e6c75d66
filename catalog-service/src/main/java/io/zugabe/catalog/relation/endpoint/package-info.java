/** The gRPC calls about relations. */
@NullMarked
package io.zugabe.catalog.relation.endpoint;

import org.jspecify.annotations.NullMarked;
