/** The gRPC calls about disputes. */
@NullMarked
package io.zugabe.catalog.dispute.endpoint;

import org.jspecify.annotations.NullMarked;
